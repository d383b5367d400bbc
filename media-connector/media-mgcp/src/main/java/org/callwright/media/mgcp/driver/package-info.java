/**
 * The media driver {@code mgcp}: the objects of the media SPI, each standing for something on a media server of the
 * pool. A connection is an endpoint {@code ivr}, a group the signals and events of that endpoint, a mixer an endpoint
 * {@code cnf}. All state belongs to the call agent's loop; results are told on a thread of their own.
 */
package org.callwright.media.mgcp.driver;
