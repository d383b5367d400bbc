package org.callwright.media.mgcp.gateway;

import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import org.callwright.media.mgcp.au.AuPackage;
import org.callwright.media.mgcp.message.EndpointName;
import org.callwright.media.mgcp.message.MgcpCommand;
import org.callwright.media.mgcp.message.MgcpResponse;
import org.callwright.media.mgcp.message.ObservedEvent;
import org.callwright.media.mgcp.message.ParameterNames;
import org.callwright.media.mgcp.message.Parameters;
import org.callwright.media.mgcp.message.RequestedEvent;
import org.callwright.media.mgcp.message.Verb;

/**
 * Tells a call agent what an endpoint observes, as long as it is asked to (quarantine mode {@code loop}). One NTFY is
 * under way at a time, what happens meanwhile goes into the next one: so events arrive in their order. Keys
 * that come faster than they can be told are dropped, ends of signals never. Outlives its endpoint until all is told.
 * Belongs to the loop.
 */
final class Notifier {

    private static final int MAX_QUEUED = 500;
    private static final int MAX_TOGETHER = 20;

    private final EndpointName endpoint;
    private final BiFunction<MgcpCommand, InetSocketAddress, CompletionStage<MgcpResponse>> sender;
    private final Runnable abandoned;
    private final Deque<Notification> queue = new ArrayDeque<>();
    private List<RequestedEvent> requested = List.of();
    private Asker asker;
    private boolean underWay;
    private boolean dropping;

    /** Who asked, in the words that go back. */
    private record Asker(InetSocketAddress to, String entity, String id) {
    }

    private record Notification(Asker asker, ObservedEvent event) {
    }

    /** @param abandoned done when the caller is silent and the call agent, who is told so, as well */
    Notifier(EndpointName endpoint, BiFunction<MgcpCommand, InetSocketAddress, CompletionStage<MgcpResponse>> sender,
            Runnable abandoned) {
        this.endpoint = endpoint;
        this.sender = sender;
        this.abandoned = abandoned;
    }

    /** From now on these events are told, under this request id. */
    void request(Request request) {
        asker = new Asker(request.to(), request.entity(), request.id());
        requested = request.events();
    }

    /** Something happened; told when it was asked for. */
    void observe(ObservedEvent event) {
        boolean wanted = requested.stream().anyMatch(each -> each.covers(event.packageName(), event.name())
                && each.actions().contains('N'));
        if (!wanted) {
            return;
        }
        if (queue.size() >= MAX_QUEUED && event.packageName().equals(AuPackage.DTMF)) {
            if (!dropping) {
                GatewayLog.eventsDropped(endpoint.toString());
            }
            dropping = true;
            return;
        }
        dropping = false;
        queue.add(new Notification(asker, event));
        next();
    }

    private void next() {
        if (underWay || queue.isEmpty()) {
            return;
        }
        underWay = true;
        Asker to = queue.peek().asker();
        List<ObservedEvent> events = new ArrayList<>();
        while (!queue.isEmpty() && queue.peek().asker().equals(to) && events.size() < MAX_TOGETHER) {
            events.add(queue.remove().event());
        }
        Parameters parameters = to.entity().isEmpty() ? Parameters.NONE
                : Parameters.of(ParameterNames.NOTIFIED_ENTITY, to.entity());
        parameters = parameters.with(ParameterNames.REQUEST_ID, to.id())
                .with(ParameterNames.OBSERVED_EVENTS, ObservedEvent.format(events));
        sender.apply(MgcpCommand.of(Verb.NTFY, endpoint, parameters), to.to()).whenComplete((response, failure) -> {
            if (failure != null) {
                GatewayLog.notificationLost(endpoint.toString(), to.to(), failure);
                if (events.stream().anyMatch(Notifier::silence)) {
                    abandoned.run();
                }
            }
            underWay = false;
            next();
        });
    }

    private static boolean silence(ObservedEvent event) {
        return event.packageName().equals(AuPackage.CW) && event.name().equals(AuPackage.INACTIVE);
    }
}
