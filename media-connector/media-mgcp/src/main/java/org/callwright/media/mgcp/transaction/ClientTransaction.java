package org.callwright.media.mgcp.transaction;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.callwright.media.mgcp.message.MgcpResponse;

/** A command of ours that waits for its response. Belongs to the loop. */
final class ClientTransaction {

    private final Loop loop;
    private final TransactionSettings settings;
    private final InetSocketAddress to;
    private final CompletableFuture<MgcpResponse> result;
    private final Duration limit;
    private final Runnable timedOut;
    private final Retransmission retransmission;
    private final long begin;
    private boolean extended;
    private Loop.Cancellable timeout;

    ClientTransaction(Loop loop, TransactionSettings settings, InetSocketAddress to,
            CompletableFuture<MgcpResponse> result, Duration limit, Runnable again, Runnable timedOut) {
        this.loop = loop;
        this.settings = settings;
        this.to = to;
        this.result = result;
        this.limit = limit;
        this.timedOut = timedOut;
        retransmission = new Retransmission(loop, settings, again);
        begin = loop.nanoTime();
        timeout = loop.schedule(limit, timedOut);
    }

    void start() {
        retransmission.start();
    }

    /** Whether a response from there can be meant: the port may differ (RFC 3435, 3.5.3), the host may not. */
    boolean isFrom(InetSocketAddress source) {
        return to.getAddress().equals(source.getAddress());
    }

    InetSocketAddress to() {
        return to;
    }

    /** The peer has it and needs time: it gets so much more as we wait until we ask again, once. */
    void provisional() {
        retransmission.slowDown(settings.longTransaction());
        if (!extended) {
            extended = true;
            timeout.cancel();
            Duration waited = Duration.ofNanos(loop.nanoTime() - begin);
            timeout = loop.schedule(settings.longTransaction().plus(limit).minus(waited), timedOut);
        }
    }

    void complete(MgcpResponse response) {
        end();
        result.complete(response);
    }

    void fail(String reason) {
        end();
        result.completeExceptionally(new MgcpTimeoutException(reason));
    }

    private void end() {
        retransmission.stop();
        timeout.cancel();
    }
}
