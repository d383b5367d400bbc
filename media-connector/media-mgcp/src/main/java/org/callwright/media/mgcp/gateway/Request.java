package org.callwright.media.mgcp.gateway;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.callwright.media.mgcp.au.AuPackage;
import org.callwright.media.mgcp.message.MgcpCommand;
import org.callwright.media.mgcp.message.MgcpSyntaxException;
import org.callwright.media.mgcp.message.ParameterNames;
import org.callwright.media.mgcp.message.Parameters;
import org.callwright.media.mgcp.message.RequestedEvent;
import org.callwright.media.mgcp.message.ReturnCode;
import org.callwright.media.mgcp.message.Signal;

/**
 * What an endpoint is asked to tell and to apply, by RQNT or within CRCX and MDCX (RFC 3435, 2.3.3).
 *
 * @param to where notifications go
 * @param entity the same as it was written; empty when it was not
 */
record Request(InetSocketAddress to, String entity, String id, List<RequestedEvent> events, List<Signal> signals) {

    private static final Set<String> PACKAGES = Set.of("", AuPackage.AU, AuPackage.CW, AuPackage.DTMF);

    /** The request of an RQNT. */
    static Request of(MgcpCommand command, InetSocketAddress from) throws Refusal {
        Parameters parameters = command.parameters();
        String id = parameters.get(ParameterNames.REQUEST_ID, "");
        if (id.isEmpty()) {
            throw new Refusal(ReturnCode.PROTOCOL_ERROR, "X is missing");
        }
        String entity = parameters.get(ParameterNames.NOTIFIED_ENTITY, "");
        try {
            List<RequestedEvent> events =
                    RequestedEvent.parseList(parameters.get(ParameterNames.REQUESTED_EVENTS, ""));
            if (events.stream().anyMatch(event -> !PACKAGES.contains(event.packageName()))) {
                throw new Refusal(ReturnCode.UNKNOWN_PACKAGE, "unknown package of an event");
            }
            return new Request(NotifiedEntity.address(entity, from), entity, id, events,
                    Signal.parseList(parameters.get(ParameterNames.SIGNALS, "")));
        } catch (MgcpSyntaxException e) {
            throw Refusal.of(e);
        }
    }

    /** The request within a command about a connection; empty when it asks for nothing. */
    static Optional<Request> within(MgcpCommand command, InetSocketAddress from) throws Refusal {
        boolean asks = command.parameters().has(ParameterNames.REQUESTED_EVENTS)
                || command.parameters().has(ParameterNames.SIGNALS);
        return asks ? Optional.of(of(command, from)) : Optional.empty();
    }
}
