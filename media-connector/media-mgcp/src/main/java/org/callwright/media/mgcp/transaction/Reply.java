package org.callwright.media.mgcp.transaction;

import org.callwright.media.mgcp.message.MgcpResponse;

/** Where the response to a command goes. */
@FunctionalInterface
public interface Reply {

    /** Gives the final response, on any thread; a second one is not sent. */
    void respond(MgcpResponse response);
}
