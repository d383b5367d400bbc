/** Programs that we did not write, which tests ask whether ours are right, and the audio that they are asked about. */
package org.callwright.media.judge;
