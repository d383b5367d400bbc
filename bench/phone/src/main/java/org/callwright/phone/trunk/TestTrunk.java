package org.callwright.phone.trunk;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.callwright.phone.Reasons;
import org.callwright.phone.sip.ServerTransaction;
import org.callwright.phone.sip.SipEndpoint;
import org.callwright.phone.sip.SipMessage;
import org.callwright.phone.sip.UdpTransport;

/**
 * A trunk whose numbers answer, are busy, ring in vain and so on by their last four digits, see
 * {@code docs/test-numbers.md}. Takes calls over UDP from its start on; hangs up what is still open when it is closed.
 */
public final class TestTrunk implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(TestTrunk.class.getName());
    /** Nobody repeats a message after 32 s (RFC 3261 section 17, timers B and H). */
    private static final Duration MEMORY = Duration.ofSeconds(35);
    private static final long CLOSE_SECONDS = 2;

    private final TrunkOptions options;
    private final Tally tally = new Tally();
    private final AudioClock clock = new AudioClock();
    private final Map<String, TrunkCall> calls = new ConcurrentHashMap<>();
    private final UdpTransport transport;
    private final ScheduledThreadPoolExecutor signalling;
    private final SipEndpoint endpoint;

    private TestTrunk(TrunkOptions options, UdpTransport transport) {
        this.options = options;
        this.transport = transport;
        signalling = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "trunk-sip");
            thread.setDaemon(true);
            return thread;
        });
        signalling.setRemoveOnCancelPolicy(true);
        signalling.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        endpoint = new SipEndpoint(transport, signalling, new Requests(), MEMORY);
    }

    /** @throws java.io.UncheckedIOException when the port is taken */
    public static TestTrunk start(TrunkOptions options) {
        Voice.values();
        return new TestTrunk(options, new UdpTransport(new InetSocketAddress(options.address(), options.port())));
    }

    public int port() {
        return transport.localAddress().getPort();
    }

    /** Who was called and answered so far. */
    public Tally tally() {
        return tally;
    }

    /** Hangs up, takes no more calls and gives the port back. */
    @Override
    public void close() {
        if (signalling.isShutdown()) {
            return;
        }
        try {
            signalling.submit(() -> List.copyOf(calls.values()).forEach(TrunkCall::abandon))
                    .get(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.log(System.Logger.Level.WARNING, "calls were left open", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        signalling.shutdownNow();
        endpoint.close();
        clock.close();
    }

    // ---- for calls

    AudioClock clock() {
        return clock;
    }

    InetAddress address() {
        return transport.localAddress().getAddress();
    }

    String contact() {
        return "<sip:trunk@" + address().getHostAddress() + ":" + port() + ">";
    }

    /** Does something on the signalling thread. */
    void later(Duration delay, Runnable work) {
        signalling.schedule(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.WARNING, "a call failed", e);
            }
        }, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    void send(SipMessage request, InetSocketAddress target) {
        endpoint.send(request, target, response -> { });
    }

    void ended(TrunkCall call, String summary) {
        options.log().accept(summary);
        later(MEMORY, () -> calls.remove(call.callId(), call));
    }

    /** Requests of the caller; all are handled on the signalling thread. */
    private final class Requests implements SipEndpoint.Listener {

        @Override
        public void request(ServerTransaction transaction) {
            later(Duration.ZERO, () -> handle(transaction));
        }

        @Override
        public void ack(SipMessage ack) {
            later(Duration.ZERO, () -> {
                TrunkCall call = calls.get(ack.callId());
                if (call != null) {
                    call.acknowledged(ack);
                }
            });
        }

        private void handle(ServerTransaction transaction) {
            SipMessage request = transaction.request();
            TrunkCall call = calls.get(request.callId());
            if (request.method().equals("CANCEL") && call != null) {
                call.cancelled(transaction);
            } else if (call != null && call.owns(request)) {
                call.received(transaction);
            } else if (request.method().equals("INVITE") && (call == null || call.over())) {
                begin(transaction);
            } else {
                int status = request.method().equals("OPTIONS") ? 200 : 481;
                transaction.respond(SipMessage.response(request, status, Reasons.of(status))
                        .with("Allow", TrunkCall.ALLOW));
            }
        }

        private void begin(ServerTransaction transaction) {
            String number = TestNumbers.called(transaction.request().requestUri());
            TrunkCall call = new TrunkCall(TestTrunk.this, transaction, number,
                    TestNumbers.scenario(number, options.fast()));
            calls.put(call.callId(), call);
            tally.invited(number);
            call.begin();
        }
    }
}
