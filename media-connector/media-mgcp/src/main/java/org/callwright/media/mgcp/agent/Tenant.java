package org.callwright.media.mgcp.agent;

import java.util.Optional;
import org.callwright.media.mgcp.message.MgcpCommand;

/** An endpoint of ours on a media server, as the pool sees it. */
public interface Tenant {

    /** It is gone with its server; told once, with a reason that names no machine. */
    void lost(String why);

    /** A command that an endpoint which still is there answers with success; empty while there is none. */
    Optional<MgcpCommand> audit();

    /** The command that removes what may be left of it on a server that comes back; empty when there is nothing. */
    Optional<MgcpCommand> removal();
}
