/**
 * A media server that speaks MGCP: any driver of the media SPI (the embedded engine in practice) behind the endpoints
 * {@code ivr}, {@code bridge} and {@code cnf}. Knows the SPI only, no engine. All state belongs to the loop of the MGCP
 * socket; what the media driver tells on its threads is handed over to it.
 */
package org.callwright.media.mgcp.gateway;
