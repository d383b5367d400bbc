/** Recordings as a whole: the row and the audio file that belongs to it. No HTTP, no JPA. */
package org.callwright.recordings;
