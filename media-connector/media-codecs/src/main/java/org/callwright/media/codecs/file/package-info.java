/**
 * Audio files of any kind, told by their content: read as a stream, turned into the WAV that is played; and the files
 * that recordings are written to. Memory does not depend on a file's size nor on what it says of itself.
 */
package org.callwright.media.codecs.file;
