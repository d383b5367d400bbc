/** Brings what a leg receives to the detector of answering machines: order, gaps and the clock. Nothing that decides. */
package org.callwright.media.embedded.amd;
