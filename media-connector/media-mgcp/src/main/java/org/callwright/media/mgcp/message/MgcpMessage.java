package org.callwright.media.mgcp.message;

import java.util.List;

/** A command or a response. */
public sealed interface MgcpMessage extends Received permits MgcpCommand, MgcpResponse {

    /** 1 to 999999999; 0 as long as nobody has given it one. */
    int transactionId();

    Parameters parameters();

    /** Session descriptions, at most two, their lines ending in CRLF. */
    List<String> descriptions();
}
