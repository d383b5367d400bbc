package org.callwright.phone;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.callwright.phone.sip.SipMessage;

/**
 * What happened in one call, in order, and the place where scripts wait for it. Written by transport and timer threads,
 * read by the script; every change wakes the waiting.
 */
final class CallLog {

    private static final long POLL_MILLIS = 20;

    private final List<SipMessage> responses = new ArrayList<>();
    private final List<SipMessage> requests = new ArrayList<>();
    private final List<String> story = new ArrayList<>();
    private final long start = System.nanoTime();
    private boolean ended;
    private boolean remoteHangup;
    private boolean cancelled;
    private boolean acknowledged;

    synchronized void sent(SipMessage message) {
        tell("-> ", message);
    }

    /** A message came in; scripts do not see it yet. */
    synchronized void arrived(SipMessage message) {
        tell("<- ", message);
    }

    /** A response to the first INVITE was taken in, audio and ACK included: scripts may go on. */
    synchronized void response(SipMessage response) {
        responses.add(response);
        notifyAll();
    }

    /** A request of the far end was taken in. */
    synchronized void request(SipMessage request) {
        requests.add(request);
        acknowledged |= request.method().equals("ACK");
        notifyAll();
    }

    synchronized void hungUp(boolean byRemote) {
        ended = true;
        remoteHangup |= byRemote;
        notifyAll();
    }

    synchronized void cancelled() {
        cancelled = true;
        ended = true;
        notifyAll();
    }

    private void tell(String direction, SipMessage message) {
        long millis = (System.nanoTime() - start) / 1_000_000;
        story.add(String.format("%7d ms %s%s (%s)", millis, direction, message.startLine(),
                message.header("CSeq").orElse("")));
    }

    synchronized List<SipMessage> responses() {
        return List.copyOf(responses);
    }

    synchronized List<SipMessage> requests() {
        return List.copyOf(requests);
    }

    synchronized boolean ended() {
        return ended;
    }

    synchronized boolean remoteHangup() {
        return remoteHangup;
    }

    synchronized boolean isCancelled() {
        return cancelled;
    }

    synchronized boolean acknowledged() {
        return acknowledged;
    }

    /** The messages so far, one a line with milliseconds since the call began. */
    synchronized String story() {
        return String.join("\n", story);
    }

    /** Waits until the condition holds; it is asked at every change and every 20 ms. */
    synchronized boolean await(BooleanSupplier condition, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() >= deadline) {
                return false;
            }
            try {
                wait(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new PhoneException("interrupted", e);
            }
        }
        return true;
    }

    /** Waits for the condition, and fails with what was awaited and the messages of the call. */
    void require(BooleanSupplier condition, Duration timeout, Supplier<String> what) {
        if (!await(condition, timeout)) {
            throw new PhoneException("no " + what.get() + " within " + timeout.toMillis() + " ms; messages:\n"
                    + story());
        }
    }
}
