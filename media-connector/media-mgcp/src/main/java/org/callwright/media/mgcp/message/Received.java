package org.callwright.media.mgcp.message;

/** What a datagram held: a message, or a part that is none. */
public sealed interface Received permits MgcpMessage, Malformed {
}
