/** Makes answered calls: what is said, by which voice, over which line. Knows nothing of the detector. */
package org.callwright.amd.corpus;
