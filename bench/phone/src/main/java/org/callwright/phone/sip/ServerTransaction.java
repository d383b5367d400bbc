package org.callwright.phone.sip;

import java.net.InetSocketAddress;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * One received request and what was answered (RFC 3261 section 17.2). A repeated request gets the last response again.
 * A final response to an INVITE is repeated until its ACK: a refusal only over UDP, a 2xx always (section 13.3.1.4).
 */
public final class ServerTransaction {

    private final SipMessage request;
    private final InetSocketAddress source;
    private final SipTransport transport;
    private final ScheduledExecutorService timer;
    private SipMessage lastResponse;
    private boolean acknowledged;
    private long interval = Timers.T1;
    private long repeatedFor;
    private Future<?> repetition;

    ServerTransaction(SipMessage request, InetSocketAddress source, SipTransport transport,
            ScheduledExecutorService timer) {
        this.request = request;
        this.source = source;
        this.transport = transport;
        this.timer = timer;
    }

    public SipMessage request() {
        return request;
    }

    public InetSocketAddress source() {
        return source;
    }

    /** Sends a response; the first final one stands. */
    public synchronized void respond(SipMessage response) {
        if (answered()) {
            return;
        }
        lastResponse = response;
        transport.send(response, source);
        boolean finalToInvite = request.method().equals("INVITE") && response.status() >= 200;
        if (finalToInvite && (response.status() < 300 || !transport.reliable())) {
            scheduleRepetition();
        }
    }

    /** Whether a final response was sent. */
    public synchronized boolean answered() {
        return lastResponse != null && lastResponse.status() >= 200;
    }

    private void scheduleRepetition() {
        repetition = timer.schedule(this::repeat, interval, TimeUnit.MILLISECONDS);
    }

    private synchronized void repeat() {
        repeatedFor += interval;
        if (!acknowledged && repeatedFor < Timers.TRANSACTION) {
            transport.send(lastResponse, source);
            interval = Math.min(interval * 2, Timers.T2);
            scheduleRepetition();
        }
    }

    synchronized void repeated() {
        if (lastResponse != null && !acknowledged) {
            transport.send(lastResponse, source);
        }
    }

    /** The ACK arrived. */
    public synchronized void acknowledged() {
        acknowledged = true;
        if (repetition != null) {
            repetition.cancel(false);
        }
    }
}
