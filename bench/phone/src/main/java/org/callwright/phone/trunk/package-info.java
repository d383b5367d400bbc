/**
 * The test trunk: what the server takes for the telephone network when applications are tested. The last digits of the
 * called number say what becomes of a call, see {@code docs/test-numbers.md}.
 *
 * <p>One thread for the signalling of all calls and one for their audio; real SIP and RTP, on the JDK alone.
 */
package org.callwright.phone.trunk;
