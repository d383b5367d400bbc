package org.callwright.media.mgcp.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.callwright.media.mgcp.message.EndpointName;
import org.callwright.media.mgcp.message.MgcpCommand;
import org.callwright.media.mgcp.message.MgcpResponse;
import org.callwright.media.mgcp.message.ObservedEvent;
import org.callwright.media.mgcp.message.ParameterNames;
import org.callwright.media.mgcp.message.Parameters;
import org.callwright.media.mgcp.message.Verb;
import org.callwright.media.mgcp.transaction.MgcpPeer;
import org.callwright.media.mgcp.transaction.TransactionSettings;

/** A call agent in a test: sends commands and waits for their responses, keeps what it is notified of. */
final class CallAgent implements AutoCloseable {

    static final int LIMIT_SECONDS = 20;

    private final BlockingQueue<ObservedEvent> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<MgcpCommand> restarts = new LinkedBlockingQueue<>();
    private final MgcpPeer peer;
    private InetSocketAddress gateway;

    CallAgent() throws IOException {
        peer = MgcpPeer.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                TransactionSettings.defaults(), (command, from, reply) -> {
                    reply.respond(MgcpResponse.of(200));
                    if (command.verb() == Verb.NTFY) {
                        notified(command);
                    } else {
                        restarts.add(command);
                    }
                });
    }

    private void notified(MgcpCommand command) {
        try {
            events.addAll(ObservedEvent.parseList(command.parameters().get(ParameterNames.OBSERVED_EVENTS, "")));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    InetSocketAddress address() {
        return peer.localAddress();
    }

    CallAgent talkingTo(InetSocketAddress address) {
        gateway = address;
        return this;
    }

    MgcpResponse send(Verb verb, String endpoint, String... parameters) throws Exception {
        return send(MgcpCommand.of(verb, new EndpointName(endpoint, "gateway.test"), Parameters.of(parameters)));
    }

    MgcpResponse send(MgcpCommand command) throws Exception {
        return peer.send(command, gateway).toCompletableFuture().get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    /** A caller on an {@code ivr} endpoint of its own; the response to CRCX. */
    MgcpResponse create(Caller caller) throws Exception {
        return create(caller, "callwright/ivr/$");
    }

    MgcpResponse create(Caller caller, String endpoint) throws Exception {
        MgcpResponse created = send(MgcpCommand.of(Verb.CRCX, new EndpointName(endpoint, "h"),
                Parameters.of("C", "CA1", "M", "sendrecv")).withDescription(caller.description()));
        created.description().ifPresent(caller::sendTo);
        return created;
    }

    /** Asks for keys and ends, and for signals. */
    MgcpResponse request(String endpoint, String signals) throws Exception {
        return send(Verb.RQNT, endpoint, "N", "ca@127.0.0.1:" + address().getPort(), "X", "A1",
                "R", "D/[0-9*#A-D](N),AU/oc(N),AU/of(N),CW/oc(N),CW/of(N),CW/in(N)", "S", signals);
    }

    /** The next event that is notified. */
    ObservedEvent event() throws InterruptedException {
        ObservedEvent event = events.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
        if (event == null) {
            throw new AssertionError("no event was notified");
        }
        return event;
    }

    List<ObservedEvent> eventsLeft() {
        return List.copyOf(events);
    }

    MgcpCommand restart() throws InterruptedException {
        return restarts.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    /** The name of the endpoint that was created, without its domain. */
    static String endpoint(MgcpResponse created) {
        return EndpointName.parse(created.parameters().get(ParameterNames.SPECIFIC_ENDPOINT, "")).orElseThrow().local();
    }

    static void eventually(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("did not come true: " + what);
            }
            LockSupport.parkNanos(2_000_000);
        }
    }

    @Override
    public void close() {
        peer.close();
    }
}
