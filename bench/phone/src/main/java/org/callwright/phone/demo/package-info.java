/**
 * The demonstration: a small RCML application, and a driver that calls a running server, records a tone and fetches it.
 *
 * <p>Uses the server only as a stranger would: SIP, RTP and HTTP.
 */
package org.callwright.phone.demo;
