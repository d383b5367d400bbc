package org.callwright.phone;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.callwright.phone.sip.Dialog;
import org.callwright.phone.sip.ServerTransaction;
import org.callwright.phone.sip.SipEndpoint;
import org.callwright.phone.sip.SipMessage;
import org.callwright.phone.sip.SipTransport;
import org.callwright.phone.sip.TcpTransport;
import org.callwright.phone.sip.UdpTransport;

/**
 * A telephone for tests: one SIP user agent on one address, for any number of calls at a time. It listens from the
 * start, answers calls as {@link #onInvite} says (busy until then), and hangs up what is still open when it is closed.
 */
public final class Phone implements AutoCloseable {

    private final SipEndpoint endpoint;
    private final ScheduledThreadPoolExecutor timer;
    private final Map<String, PhoneCall> calls = new ConcurrentHashMap<>();
    private final BlockingQueue<PhoneCall> received = new LinkedBlockingQueue<>();
    private volatile Function<SipMessage, Answering> plan = invite -> Answering.reject(486);
    private volatile boolean dead;

    private Phone(SipTransport transport) {
        timer = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "phone-timer");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        timer.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        endpoint = new SipEndpoint(transport, timer, new Requests());
    }

    /** A phone on a free UDP port of that address. */
    public static Phone udp(String address) {
        return udp(address, 0);
    }

    public static Phone udp(String address, int port) {
        return new Phone(new UdpTransport(new InetSocketAddress(address, port)));
    }

    /** A phone on a free TCP port of that address. */
    public static Phone tcp(String address) {
        return tcp(address, 0);
    }

    public static Phone tcp(String address, int port) {
        return new Phone(new TcpTransport(new InetSocketAddress(address, port)));
    }

    public int port() {
        return endpoint.localAddress().getPort();
    }

    /** The URI under which the phone can be called. */
    public String uri() {
        return "sip:phone@" + address() + ":" + port() + (endpoint.transport().reliable() ? ";transport=tcp" : "");
    }

    private String address() {
        return endpoint.localAddress().getAddress().getHostAddress();
    }

    /** Calls with the default options; returns when the INVITE is sent. */
    public PhoneCall call(String uri) {
        return call(uri, CallOptions.defaults());
    }

    public PhoneCall call(String uri, CallOptions options) {
        String from = options.from().isEmpty() ? "sip:phone@" + address() + ":" + port() : options.from();
        List<String> routes = options.proxy().isEmpty() ? List.of() : List.of("<sip:" + options.proxy() + ";lr>");
        Dialog dialog = Dialog.calling("<" + from + ">", uri, "<" + uri() + ">", routes);
        CallLog log = new CallLog();
        CallMedia media = new CallMedia(endpoint.localAddress().getAddress(), options.codecs(),
                options.telephoneEvent(), options.silence());
        OutgoingLeg leg = new OutgoingLeg(endpoint, dialog, media, log, options);
        PhoneCall call = new PhoneCall(endpoint, dialog, media, log, Optional.of(leg), Optional.empty());
        calls.put(dialog.callId(), call);
        call.inviteNow();
        return call;
    }

    /** How calls are answered from now on. */
    public Phone onInvite(Answering answering) {
        return onInvite(invite -> answering);
    }

    /** How calls are answered from now on, decided by the INVITE. */
    public Phone onInvite(Function<SipMessage, Answering> newPlan) {
        plan = newPlan;
        return this;
    }

    /** Waits for the next call that comes in, whatever it is answered with. */
    public PhoneCall awaitCall(Duration timeout) {
        try {
            PhoneCall call = received.poll(timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (call == null) {
                throw new PhoneException("no call came in within " + timeout.toMillis() + " ms");
            }
            return call;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PhoneException("interrupted", e);
        }
    }

    /** Sends OPTIONS outside of a call and waits for the final response. */
    public SipMessage options(String uri, Duration timeout) {
        return exchange("OPTIONS", uri, timeout);
    }

    /** Sends a request outside of a call and waits for the final response. */
    public SipMessage exchange(String method, String uri, Duration timeout) {
        Dialog dialog = Dialog.calling("<sip:phone@" + address() + ":" + port() + ">", uri, "<" + uri() + ">",
                List.of());
        CompletableFuture<SipMessage> last = new CompletableFuture<>();
        endpoint.send(dialog.request(method), dialog.nextHop(), response -> {
            if (response.status() >= 200) {
                last.complete(response);
            }
        });
        try {
            return last.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new PhoneException("no final response to " + method + " " + uri, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PhoneException("interrupted", e);
        }
    }

    /** From now on the phone sends nothing and answers nothing, in all its calls: it fell off the network. */
    public void vanish() {
        dead = true;
        calls.values().forEach(PhoneCall::stopRtp);
    }

    /** Hangs up what is still open, unless the phone vanished, and gives the port back. */
    @Override
    public void close() {
        calls.values().forEach(dead ? PhoneCall::drop : PhoneCall::close);
        timer.shutdownNow();
        endpoint.close();
    }

    /** Requests of other user agents. */
    private final class Requests implements SipEndpoint.Listener {

        @Override
        public void request(ServerTransaction transaction) {
            SipMessage request = transaction.request();
            PhoneCall call = calls.get(request.callId());
            if (dead) {
                return;
            }
            if (request.method().equals("CANCEL") && call != null) {
                call.cancelled(transaction);
            } else if (call != null && call.owns(request)) {
                call.received(transaction);
            } else if (request.method().equals("INVITE") && call == null) {
                accept(transaction);
            } else {
                int status = request.method().equals("OPTIONS") ? 200 : 481;
                transaction.respond(SipMessage.response(request, status, Reasons.of(status))
                        .with("Allow", PhoneCall.ALLOW));
            }
        }

        private void accept(ServerTransaction transaction) {
            Answering answering = plan.apply(transaction.request());
            Dialog dialog = Dialog.called(transaction.request(), "<" + uri() + ">");
            CallLog log = new CallLog();
            log.arrived(transaction.request());
            log.request(transaction.request());
            CallMedia media = new CallMedia(endpoint.localAddress().getAddress(), answering.codecs(),
                    answering.telephoneEvent(), true);
            IncomingLeg leg = new IncomingLeg(transaction, dialog, media, log, answering);
            PhoneCall call = new PhoneCall(endpoint, dialog, media, log, Optional.empty(), Optional.of(leg));
            calls.put(dialog.callId(), call);
            leg.proceed(timer);
            received.add(call);
        }

        @Override
        public void ack(SipMessage ack) {
            PhoneCall call = calls.get(ack.callId());
            if (call != null && !dead) {
                call.acknowledged(ack);
            }
        }
    }
}
