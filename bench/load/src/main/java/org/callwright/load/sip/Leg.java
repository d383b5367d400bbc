package org.callwright.load.sip;

import java.net.InetSocketAddress;
import java.util.function.Consumer;
import org.callwright.load.rtp.RtpStream;

/**
 * One call from INVITE to its end: placed when it is due, sent again by the timers of RFC 3261 section 17.1, answered
 * or refused, ended by BYE of either side. Time comes in as {@link System#nanoTime()}; no method waits. What became of
 * it is an {@link Outcome} once it is over.
 */
final class Leg {

    private enum State { CALLING, PROCEEDING, UP, ENDING, OVER }

    private static final long T1 = 500_000_000L;
    private static final long T2 = 8 * T1;
    private static final long TRANSACTION = 64 * T1;
    /** How long a server may ring; and how long one that hangs up itself may take for it. */
    private static final long PATIENCE = 20_000_000_000L;

    private final int index;
    private final int phase;
    private final long begin;
    private final long due;
    private final long hangUpAt;
    private final CallTexts texts;
    private final RtpStream stream;
    private final Consumer<byte[]> wire;

    private State state = State.CALLING;
    private long stateSince;
    private long resendAt;
    private long resendInterval = T1;
    private int retransmissions;
    private String contact = "";
    private String toTag = "";
    private int status;
    private long answerMicros;
    private boolean retryAfter;
    private boolean ended;

    /**
     * @param due when the call is to be placed, hangUpAt when the caller ends it ({@link Long#MAX_VALUE}: never)
     * @param stream of this call; closed when the call is over
     */
    Leg(int index, int phase, long begin, long due, long hangUpAt, CallTexts texts, RtpStream stream,
            Consumer<byte[]> wire) {
        this.index = index;
        this.phase = phase;
        this.begin = begin;
        this.due = due;
        this.hangUpAt = hangUpAt;
        this.texts = texts;
        this.stream = stream;
        this.wire = wire;
    }

    String callId() {
        return texts.callId();
    }

    RtpStream stream() {
        return stream;
    }

    boolean over() {
        return state == State.OVER;
    }

    Outcome outcome() {
        return new Outcome(index, phase, (due - begin) / 1000, status, answerMicros, retryAfter, ended, retransmissions);
    }

    void place(long now) {
        enter(State.CALLING, now);
        wire.accept(texts.invite(stream.port()));
    }

    void onResponse(SipDatagram response, long now) {
        if (response.cseqMethod().equals("BYE")) {
            if (state == State.ENDING && response.status() >= 200) {
                ended = response.status() < 300;
                finish();
            }
        } else if (response.status() < 200) {
            if (state == State.CALLING) {
                enter(State.PROCEEDING, now);
            }
        } else if (response.status() < 300) {
            onAnswer(response, now);
        } else {
            onRefusal(response, now);
        }
    }

    private void onAnswer(SipDatagram response, long now) {
        boolean first = state == State.CALLING || state == State.PROCEEDING;
        if (first) {
            contact = response.contact();
            toTag = response.toTag();
            answered(response.status(), now);
            enter(State.UP, now);
        }
        wire.accept(texts.ack(contact, toTag));
        if (first && response.audioPort() > 0) {
            stream.start(new InetSocketAddress(response.audioHost(), response.audioPort()), now);
        }
    }

    private void onRefusal(SipDatagram response, long now) {
        wire.accept(texts.ackOfRefusal(response.toTag()));
        if (state == State.CALLING || state == State.PROCEEDING) {
            answered(response.status(), now);
            retryAfter = response.header("Retry-After", "Retry-After").isPresent();
            finish();
        }
    }

    private void answered(int finalStatus, long now) {
        status = finalStatus;
        answerMicros = (now - due) / 1000;
    }

    void onRequest(SipDatagram request, long now) {
        boolean bye = request.requestMethod().equals("BYE");
        boolean offer = request.requestMethod().equals("INVITE") || request.requestMethod().equals("UPDATE");
        wire.accept(CallTexts.answer(request, offer ? "488 Not Acceptable Here" : "200 OK"));
        if (bye && state == State.UP) {
            ended = hangUpAt == Long.MAX_VALUE || now >= hangUpAt;
            finish();
        } else if (bye && state == State.ENDING) {
            ended = true;
            finish();
        }
    }

    /** Does what is due by now: audio, hanging up, sending again, giving up. */
    void onTime(long now) {
        if (state == State.UP) {
            stream.send(now);
            boolean forgotten = hangUpAt == Long.MAX_VALUE && now - stateSince > PATIENCE;
            if (now >= hangUpAt || forgotten) {
                stream.stop();
                enter(State.ENDING, now);
                wire.accept(texts.bye(contact, toTag));
            }
        } else if (now - stateSince > (state == State.PROCEEDING ? PATIENCE : TRANSACTION)) {
            finish();
        } else if ((state == State.CALLING || state == State.ENDING) && now >= resendAt) {
            retransmissions++;
            resendInterval = state == State.ENDING ? Math.min(T2, 2 * resendInterval) : 2 * resendInterval;
            resendAt = now + resendInterval;
            wire.accept(state == State.CALLING ? texts.invite(stream.port()) : texts.bye(contact, toTag));
        }
    }

    private void enter(State next, long now) {
        state = next;
        stateSince = now;
        resendInterval = T1;
        resendAt = now + T1;
    }

    private void finish() {
        state = State.OVER;
        stream.close();
    }
}
