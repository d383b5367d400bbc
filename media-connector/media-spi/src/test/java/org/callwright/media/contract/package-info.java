/**
 * What every media driver must do, as a suite of tests that a driver runs against itself, and the small RTP peer they
 * use. Written against the SPI only; its G.711 and WAV reading are its own, so that it shares no mistake with a driver.
 */
package org.callwright.media.contract;
