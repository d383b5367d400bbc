package org.callwright.phone.sip;

import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One request and its responses (RFC 3261 section 17.1). Over UDP the request is repeated until it is answered: an
 * INVITE at 0.5, 1, 2, ... s until the first response, others up to every 4 s until the final one. A final refusal of
 * an INVITE is acknowledged here, and again when it is repeated; a 2xx is passed up each time, since its ACK belongs to
 * the dialog. When nothing came within 32 s, the user is handed a 408 made here, and a 503 when the far end can't be
 * reached.
 */
public final class ClientTransaction {

    private final SipMessage request;
    private final InetSocketAddress target;
    private final SipTransport transport;
    private final ScheduledExecutorService timer;
    private final Consumer<SipMessage> user;
    private long interval = Timers.T1;
    private int lastStatus;
    private Future<?> retransmission;
    private Future<?> timeout;

    ClientTransaction(SipMessage request, InetSocketAddress target, SipTransport transport,
            ScheduledExecutorService timer, Consumer<SipMessage> user) {
        this.request = request;
        this.target = target;
        this.transport = transport;
        this.timer = timer;
        this.user = user;
    }

    synchronized void start() {
        timeout = timer.schedule(this::timedOut, Timers.TRANSACTION, TimeUnit.MILLISECONDS);
        try {
            transport.send(request, target);
        } catch (UncheckedIOException e) {
            timer.execute(() -> failed(503, "Unreachable: " + e.getCause().getMessage()));
            return;
        }
        if (!transport.reliable()) {
            scheduleRetransmission();
        }
    }

    private void scheduleRetransmission() {
        retransmission = timer.schedule(this::retransmit, interval, TimeUnit.MILLISECONDS);
    }

    private synchronized void retransmit() {
        boolean waiting = lastStatus == 0 || lastStatus < 200 && !invite();
        if (waiting) {
            transport.send(request, target);
            interval = invite() ? interval * 2 : Math.min(interval * 2, Timers.T2);
            scheduleRetransmission();
        }
    }

    private void timedOut() {
        failed(408, "Request Timeout (no answer on the wire)");
    }

    private void failed(int status, String reason) {
        synchronized (this) {
            if (lastStatus >= 200 || invite() && lastStatus >= 100) {
                return;
            }
            lastStatus = status;
            stopTimers();
        }
        user.accept(SipMessage.response(request, status, reason));
    }

    void received(SipMessage response) {
        synchronized (this) {
            boolean repeated = lastStatus >= 200;
            boolean refusal = response.status() >= 300;
            if (invite() && refusal) {
                transport.send(acknowledgement(response), target);
            }
            if (repeated && (refusal || !invite() || response.status() < 200)) {
                return;
            }
            lastStatus = response.status();
            if (lastStatus >= 200 || invite()) {
                stopTimers();
            }
        }
        user.accept(response);
    }

    /** The ACK of a refusal has the branch of the INVITE (RFC 3261 section 17.1.1.3). */
    private SipMessage acknowledgement(SipMessage response) {
        SipMessage ack = SipMessage.request("ACK", request.requestUri())
                .with("Via", request.header("Via").orElseThrow())
                .with("Max-Forwards", "70")
                .with("From", request.header("From").orElseThrow())
                .with("To", response.header("To").orElseThrow())
                .with("Call-ID", request.callId())
                .with("CSeq", request.cseq() + " ACK");
        for (String route : request.headers("Route")) {
            ack = ack.with("Route", route);
        }
        return ack;
    }

    private boolean invite() {
        return request.method().equals("INVITE");
    }

    private void stopTimers() {
        if (retransmission != null) {
            retransmission.cancel(false);
        }
        timeout.cancel(false);
    }

    public SipMessage request() {
        return request;
    }

    public InetSocketAddress target() {
        return target;
    }
}
