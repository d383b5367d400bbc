/** Judges the detector of answering machines by a corpus and writes what came out. */
package org.callwright.amd;
