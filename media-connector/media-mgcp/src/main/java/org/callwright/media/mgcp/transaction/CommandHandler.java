package org.callwright.media.mgcp.transaction;

import java.net.InetSocketAddress;
import org.callwright.media.mgcp.message.MgcpCommand;

/** Executes commands of peers, each once. */
@FunctionalInterface
public interface CommandHandler {

    /** Called on the loop, which must not be blocked. The response may be given later. */
    void handle(MgcpCommand command, InetSocketAddress from, Reply reply);
}
