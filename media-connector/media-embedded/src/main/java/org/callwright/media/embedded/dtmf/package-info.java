/** Keys that a leg sends as tones. */
package org.callwright.media.embedded.dtmf;
