/**
 * End-to-end tests: the packaged server, started once, seen from outside by SIP, RTP and HTTP.
 *
 * <p>Here live the harness ({@link org.callwright.e2e.ServerUnderTest}, {@link org.callwright.e2e.WebApp},
 * {@link org.callwright.e2e.RestClient}) and the tests ({@code …IT}). Nothing here may reach into the server's classes:
 * what a test needs to know must be visible to an operator, a caller or an application.
 */
package org.callwright.e2e;
