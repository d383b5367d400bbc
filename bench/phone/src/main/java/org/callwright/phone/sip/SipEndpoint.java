package org.callwright.phone.sip;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The transaction layer: gives requests their Via, matches responses to them, absorbs repeated requests and hands up
 * new ones. Transactions are forgotten after a while, unless told otherwise after five minutes, longer than any call of
 * a test rings.
 */
public final class SipEndpoint implements AutoCloseable {

    /** The user of the transaction layer. */
    public interface Listener {

        /** A new request, ACK excepted. */
        void request(ServerTransaction transaction);

        /** An ACK of a 2xx, which is no part of a transaction. */
        void ack(SipMessage ack);
    }

    private static final System.Logger LOG = System.getLogger(SipEndpoint.class.getName());
    private static final Duration MEMORY = Duration.ofMinutes(5);

    private final SipTransport transport;
    private final ScheduledExecutorService timer;
    private final Listener listener;
    private final Duration memory;
    private final Map<String, ClientTransaction> clients = new ConcurrentHashMap<>();
    private final Map<String, ServerTransaction> servers = new ConcurrentHashMap<>();

    public SipEndpoint(SipTransport transport, ScheduledExecutorService timer, Listener listener) {
        this(transport, timer, listener, MEMORY);
    }

    /** @param memory how long a transaction is kept; at least 32 s, after which nobody repeats a message (timer B) */
    public SipEndpoint(SipTransport transport, ScheduledExecutorService timer, Listener listener, Duration memory) {
        this.transport = transport;
        this.timer = timer;
        this.listener = listener;
        this.memory = memory;
        transport.start(this::receivedSafely);
    }

    public InetSocketAddress localAddress() {
        return transport.localAddress();
    }

    public SipTransport transport() {
        return transport;
    }

    /** Sends a request in a new transaction; the user sees its responses on a transport or timer thread. */
    public ClientTransaction send(SipMessage request, InetSocketAddress target, Consumer<SipMessage> user) {
        String branch = newBranch();
        SipMessage routed = request.withFirst("Via", via(branch));
        ClientTransaction transaction = new ClientTransaction(routed, target, transport, timer, user);
        register(clients, branch + request.method(), transaction);
        transaction.start();
        return transaction;
    }

    /** Sends a CANCEL, which has the branch of the INVITE it cancels (RFC 3261 section 9.1). */
    public void cancel(ClientTransaction invite, Consumer<SipMessage> user) {
        SipMessage request = invite.request();
        String via = request.header("Via").orElseThrow();
        SipMessage cancel = SipMessage.request("CANCEL", request.requestUri()).with("Via", via)
                .with("Max-Forwards", "70")
                .with("From", request.header("From").orElseThrow())
                .with("To", request.header("To").orElseThrow())
                .with("Call-ID", request.callId())
                .with("CSeq", request.cseq() + " CANCEL");
        for (String route : request.headers("Route")) {
            cancel = cancel.with("Route", route);
        }
        ClientTransaction transaction = new ClientTransaction(cancel, invite.target(), transport, timer, user);
        register(clients, SipText.parameter(via, "branch").orElseThrow() + "CANCEL", transaction);
        transaction.start();
    }

    /** Sends the ACK of a 2xx: a new branch, no transaction (RFC 3261 section 13.2.2.4). */
    public void sendAck(SipMessage ack, InetSocketAddress target) {
        transport.send(ack.withFirst("Via", via(newBranch())), target);
    }

    /** A message that cannot be handled must not end the thread that reads the next one. */
    private void receivedSafely(SipMessage message, InetSocketAddress source) {
        try {
            received(message, source);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "failed on " + message.startLine() + " from " + source, e);
        }
    }

    private void received(SipMessage message, InetSocketAddress source) {
        String via = message.headers("Via").stream().findFirst().orElse("");
        String branch = SipText.parameter(via, "branch").orElse("");
        if (!message.isRequest()) {
            ClientTransaction client = clients.get(branch + message.method());
            if (client != null) {
                client.received(message);
            }
            return;
        }
        boolean ack = message.method().equals("ACK");
        String key = branch + via.split("[;]")[0] + (ack ? "INVITE" : message.method());
        ServerTransaction known = servers.get(key);
        if (ack) {
            if (known != null) {
                known.acknowledged();
            } else {
                listener.ack(message);
            }
        } else if (known != null) {
            known.repeated();
        } else {
            ServerTransaction fresh = new ServerTransaction(withReceived(message, via, source), source, transport,
                    timer);
            register(servers, key, fresh);
            listener.request(fresh);
        }
    }

    /** Fills in where the request really came from (RFC 3581). */
    private static SipMessage withReceived(SipMessage request, String via, InetSocketAddress source) {
        if (SipText.parameter(via, "rport").filter(String::isEmpty).isEmpty()) {
            return request;
        }
        String first = request.header("Via").orElseThrow();
        return request.replacing("Via", first.replaceFirst("(?i);\\s*rport(?!=)", ";rport=" + source.getPort()
                + ";received=" + source.getAddress().getHostAddress()));
    }

    private <T> void register(Map<String, T> transactions, String key, T transaction) {
        transactions.put(key, transaction);
        timer.schedule(() -> transactions.remove(key, transaction), memory.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private String via(String branch) {
        InetSocketAddress local = transport.localAddress();
        return "SIP/2.0/" + transport.name() + " " + local.getAddress().getHostAddress() + ":" + local.getPort()
                + ";branch=" + branch + ";rport";
    }

    private static String newBranch() {
        return "z9hG4bK" + UUID.randomUUID().toString().replace("-", "");
    }

    @Override
    public void close() {
        transport.close();
    }
}
