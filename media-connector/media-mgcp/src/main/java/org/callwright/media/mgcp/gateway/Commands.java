package org.callwright.media.mgcp.gateway;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import org.callwright.media.mgcp.message.MgcpCommand;
import org.callwright.media.mgcp.message.MgcpResponse;
import org.callwright.media.mgcp.message.ReturnCode;
import org.callwright.media.mgcp.transaction.CommandHandler;
import org.callwright.media.mgcp.transaction.Reply;

/** Sorts commands, and answers those that are refused. */
final class Commands implements CommandHandler {

    private final ConnectionCommands connections;
    private final Endpoints endpoints;
    private final AuditCommands audits;
    private final Set<InetAddress> allowed;

    /** @param allowed whose commands are taken; everybody's when empty */
    Commands(ConnectionCommands connections, Endpoints endpoints, AuditCommands audits,
            Set<InetAddress> allowed) {
        this.connections = connections;
        this.endpoints = endpoints;
        this.audits = audits;
        this.allowed = Set.copyOf(allowed);
    }

    @Override
    public void handle(MgcpCommand command, InetSocketAddress from, Reply reply) {
        if (!allowed.isEmpty() && !allowed.contains(from.getAddress())) {
            reply.respond(MgcpResponse.of(ReturnCode.UNKNOWN_ENDPOINT, "unknown endpoint"));
            return;
        }
        try {
            execute(command, from, reply);
        } catch (Refusal e) {
            reply.respond(e.response());
        }
    }

    private void execute(MgcpCommand command, InetSocketAddress from, Reply reply) throws Refusal {
        switch (command.verb()) {
            case CRCX:
                connections.create(command, from, reply);
                break;
            case MDCX:
                connections.modify(command, from, reply);
                break;
            case DLCX:
                connections.delete(command, reply);
                break;
            case RQNT:
                endpoints.existing(command.endpoint()).request(Request.of(command, from));
                reply.respond(MgcpResponse.of(ReturnCode.OK));
                break;
            case AUEP:
                reply.respond(audits.endpoint(command));
                break;
            case AUCX:
                audits.connection(command, reply);
                break;
            default:
                throw new Refusal(ReturnCode.UNKNOWN_COMMAND, "unknown or unsupported command");
        }
    }
}
