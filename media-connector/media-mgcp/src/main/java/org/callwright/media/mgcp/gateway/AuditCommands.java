package org.callwright.media.mgcp.gateway;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.callwright.media.mgcp.message.ConnectionParameters;
import org.callwright.media.mgcp.message.MgcpCommand;
import org.callwright.media.mgcp.message.MgcpResponse;
import org.callwright.media.mgcp.message.Parameter;
import org.callwright.media.mgcp.message.ParameterNames;
import org.callwright.media.mgcp.message.Parameters;
import org.callwright.media.mgcp.message.ReturnCode;
import org.callwright.media.mgcp.transaction.Loop;
import org.callwright.media.mgcp.transaction.Reply;

/** AUEP and AUCX (RFC 3435, 2.3.10 and 2.3.11): which endpoints and connections there are, and how a connection is. */
final class AuditCommands {

    private static final int MAX_NAMES = 50;
    private static final String CAPABILITIES = "v:AU;CW;D, "
            + "m:sendrecv;sendonly;recvonly;inactive;confrnce";

    private final Endpoints endpoints;
    private final Loop loop;

    AuditCommands(Endpoints endpoints, Loop loop) {
        this.endpoints = endpoints;
        this.loop = loop;
    }

    MgcpResponse endpoint(MgcpCommand command) throws Refusal {
        Optional<List<GatewayEndpoint>> all = endpoints.all(command.endpoint());
        if (all.isPresent()) {
            return names(all.get());
        }
        GatewayEndpoint endpoint = endpoints.existing(command.endpoint());
        MgcpResponse response = MgcpResponse.of(ReturnCode.OK);
        if (wants(command, ParameterNames.CONNECTION_ID)) {
            response = response.with(ParameterNames.CONNECTION_ID,
                    endpoint.legs().stream().map(Leg::id).collect(Collectors.joining(",")));
        }
        return wants(command, ParameterNames.CAPABILITIES) ? response.with(ParameterNames.CAPABILITIES, CAPABILITIES)
                : response;
    }

    private static MgcpResponse names(List<GatewayEndpoint> found) {
        List<Parameter> names = found.stream().limit(MAX_NAMES)
                .map(endpoint -> new Parameter(ParameterNames.SPECIFIC_ENDPOINT, endpoint.name().toString())).toList();
        return new MgcpResponse(ReturnCode.OK, 0, "", new Parameters(names), List.of())
                .with(ParameterNames.NUMBER_OF_ENDPOINTS, Integer.toString(found.size()));
    }

    /** Answers at once, or when the media driver has told the counts. */
    void connection(MgcpCommand command, Reply reply) throws Refusal {
        Leg leg = ConnectionCommands.leg(command, endpoints.existing(command.endpoint()));
        MgcpResponse response = MgcpResponse.of(ReturnCode.OK);
        if (wants(command, ParameterNames.CALL_ID)) {
            response = response.with(ParameterNames.CALL_ID, leg.callId());
        }
        if (wants(command, ParameterNames.MODE)) {
            response = response.with(ParameterNames.MODE, leg.mode().text());
        }
        if (leg.local() || !wants(command, ParameterNames.CONNECTION_STATISTICS)) {
            reply.respond(response);
            return;
        }
        MgcpResponse known = response;
        leg.connection().statistics().thenAccept(counted -> loop.execute(() -> reply.respond(
                known.with(ParameterNames.CONNECTION_STATISTICS, ConnectionParameters.format(counted)))));
    }

    private static boolean wants(MgcpCommand command, String info) {
        String wanted = command.parameters().get(ParameterNames.REQUESTED_INFO, "").toUpperCase(Locale.ROOT);
        return List.of(wanted.split("[,\\s]+")).contains(info);
    }
}
