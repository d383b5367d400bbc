/** Audio files of applications: what a provider of another kind of file implements to have it played. */
package org.callwright.media.spi.file;
