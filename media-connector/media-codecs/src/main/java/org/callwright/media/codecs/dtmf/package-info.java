/** Keys pressed on a telephone, heard in the audio itself (ITU-T Q.23, Q.24). */
package org.callwright.media.codecs.dtmf;
