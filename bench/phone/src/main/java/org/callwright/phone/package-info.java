/**
 * The test phone: a SIP user agent with a scripted, synchronous API, and its command line.
 *
 * <p>It exists to judge the server from outside, so it depends on the JDK alone and shares no code with the server's
 * SIP stack or media engine. Nothing of the product may depend on it outside tests and the demo.
 */
package org.callwright.phone;
