/**
 * MGCP messages (RFC 3435) as values, with a reader that takes whatever the network brings and a writer. No socket, no
 * clock and no package of events but the syntax they share may live here.
 */
package org.callwright.media.mgcp.message;
