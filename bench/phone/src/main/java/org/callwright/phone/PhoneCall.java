package org.callwright.phone;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.callwright.phone.media.Audio;
import org.callwright.phone.media.Direction;
import org.callwright.phone.media.RtpSession;
import org.callwright.phone.media.RtpStatistics;
import org.callwright.phone.media.Span;
import org.callwright.phone.media.Tones;
import org.callwright.phone.sip.Dialog;
import org.callwright.phone.sip.ServerTransaction;
import org.callwright.phone.sip.SipEndpoint;
import org.callwright.phone.sip.SipMessage;

/**
 * One call of the phone, in either direction, as a script drives it. Methods that await throw a {@link PhoneException}
 * with all messages of the call when what they wait for does not come.
 *
 * <p>Listening has a cursor: {@code awaitTone}, {@code awaitBeep} and {@code awaitSpeech} look for the next piece
 * behind the one that the last of them found, so that a script reads as the call sounds. {@link #rewind()} goes back to
 * the beginning.
 */
public final class PhoneCall implements AutoCloseable {

    static final String ALLOW = "INVITE, ACK, CANCEL, BYE, OPTIONS, INFO";
    private static final int DIGIT_MILLIS = 160;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration SPEECH = Duration.ofMillis(300);
    private static final Duration BEEP_TAIL = Duration.ofMillis(40);
    private static final Duration BEEP = Duration.ofMillis(150);

    private final Dialog dialog;
    private final CallLog log;
    private final CallMedia media;
    private final InDialog inDialog;
    private final Optional<OutgoingLeg> outgoing;
    private final Optional<IncomingLeg> incoming;
    private Duration cursor = Duration.ZERO;
    private CompletableFuture<Void> lastQueued = CompletableFuture.completedFuture(null);

    PhoneCall(SipEndpoint endpoint, Dialog dialog, CallMedia media, CallLog log, Optional<OutgoingLeg> outgoing,
            Optional<IncomingLeg> incoming) {
        this.dialog = dialog;
        this.log = log;
        this.media = media;
        this.inDialog = new InDialog(endpoint, dialog, media, log);
        this.outgoing = outgoing;
        this.incoming = incoming;
    }

    // ---- signalling

    public String callId() {
        return dialog.callId();
    }

    /** The INVITE that began the call, sent or received. */
    public SipMessage invite() {
        return outgoing.map(OutgoingLeg::request).orElseGet(() -> incoming.orElseThrow().request());
    }

    /** All responses to the INVITE of an outgoing call, repeated ones too. */
    public List<SipMessage> responses() {
        return log.responses();
    }

    /** All requests of the far end in this call, ACK included. */
    public List<SipMessage> requests() {
        return log.requests();
    }

    public Optional<SipMessage> lastResponse() {
        return last(responses());
    }

    public Optional<SipMessage> lastRequest() {
        return last(requests());
    }

    private static Optional<SipMessage> last(List<SipMessage> messages) {
        return messages.isEmpty() ? Optional.empty() : Optional.of(messages.get(messages.size() - 1));
    }

    /** Status of the final response to the INVITE; empty while there is none. */
    public OptionalInt finalStatus() {
        return responses().stream().mapToInt(SipMessage::status).filter(status -> status >= 200).findFirst();
    }

    public PhoneCall awaitProvisional(int status) {
        return awaitProvisional(status, PATIENCE);
    }

    public PhoneCall awaitProvisional(int status, Duration timeout) {
        log.require(() -> responses().stream().anyMatch(r -> r.status() == status), timeout,
                () -> "response " + status);
        return this;
    }

    /** Waits until a response of that status has come so many times, as when it is repeated for want of an ACK. */
    public PhoneCall awaitResponses(int status, int times, Duration timeout) {
        log.require(() -> responses().stream().filter(r -> r.status() == status).count() >= times, timeout,
                () -> times + " responses " + status);
        return this;
    }

    /** Waits for the final response to the INVITE and gives its status. */
    public int awaitFinal(Duration timeout) {
        log.require(() -> finalStatus().isPresent(), timeout, () -> "final response");
        return finalStatus().getAsInt();
    }

    /** Waits for the 2xx of an outgoing call, or the ACK of an incoming one; a refusal fails. */
    public PhoneCall awaitAnswered(Duration timeout) {
        if (incoming.isPresent()) {
            log.require(log::acknowledged, timeout, () -> "ACK");
        } else if (awaitFinal(timeout) >= 300) {
            throw new PhoneException("the call was refused with " + finalStatus().getAsInt() + "; messages:\n"
                    + log.story());
        }
        return this;
    }

    /** Sends the withheld ACK; later 2xx are acknowledged at once again. */
    public void acknowledge() {
        caller().acknowledge();
    }

    /** Cancels the INVITE and waits for its final response, 487 as a rule. */
    public int cancel() {
        caller().cancel();
        return awaitFinal(PATIENCE);
    }

    private OutgoingLeg caller() {
        return outgoing.orElseThrow(() -> new PhoneException("not an outgoing call"));
    }

    /** Gives a final response by hand, to a call that {@link Answering#ringForever()} lets ring. */
    public void answer(int status) {
        incoming.orElseThrow(() -> new PhoneException("not an incoming call")).finish(status);
    }

    /** Sends BYE and waits for its response, whose status it gives. */
    public int hangup() {
        log.hungUp(false);
        media.rtp().stopSending();
        return inDialog.exchange(inDialog.request("BYE")).status();
    }

    /** Waits until the far end hung up or, before the answer, cancelled. */
    public PhoneCall awaitHangup(Duration timeout) {
        log.require(() -> log.remoteHangup() || log.isCancelled(), timeout, () -> "BYE or CANCEL");
        return this;
    }

    /** Waits as long at most, and tells whether the far end hung up or cancelled. */
    public boolean hungUpByRemoteWithin(Duration limit) {
        return log.await(() -> log.remoteHangup() || log.isCancelled(), limit);
    }

    public boolean ended() {
        return log.ended();
    }

    public boolean cancelled() {
        return log.isCancelled();
    }

    /** Puts the far end on hold with {@code a=sendonly}; gives the status of the re-INVITE. */
    public int hold() {
        return inDialog.reinvite(Direction.SENDONLY).status();
    }

    public int resume() {
        return inDialog.reinvite(Direction.SENDRECV).status();
    }

    /** Renegotiates with an offer of the script, see {@link CallOptions#sdp}; gives the final response. */
    public SipMessage reinvite(String sdp) {
        return inDialog.reinvite(media.offer(sdp));
    }

    /** Asks the far end for an offer, which the ACK answers; gives the final response. */
    public SipMessage reinviteWithoutSdp() {
        return inDialog.reinvite("");
    }

    /** Sends any other request in the dialog and waits for its final response. */
    public SipMessage request(String method, String contentType, String body) {
        SipMessage request = inDialog.request(method);
        return inDialog.exchange(body.isEmpty() ? request : request.withBody(contentType, body));
    }

    /** The messages so far, one a line. */
    public String story() {
        return log.story();
    }

    // ---- sending audio

    /** Sends samples; returns when the last packet has left, or at once when the call ends. */
    public PhoneCall send(short[] samples) {
        queue(samples);
        return awaitSent();
    }

    /** Queues samples behind what is being sent and returns at once. */
    public PhoneCall queue(short[] samples) {
        lastQueued = media.rtp().send(samples);
        return this;
    }

    /** Waits until everything queued has left. */
    public PhoneCall awaitSent() {
        lastQueued.join();
        return this;
    }

    public PhoneCall sendTone(double hertz, Duration length) {
        return send(Tones.sine(hertz, length));
    }

    public PhoneCall sendSilence(Duration length) {
        return send(Tones.silence(length));
    }

    /** Sends keys by RFC 4733, 160 ms each with pauses of 80 ms; returns when the last has left. */
    public PhoneCall sendDigits(String keys) {
        for (char key : keys.toCharArray()) {
            lastQueued = media.rtp().sendDigit(key, DIGIT_MILLIS);
        }
        return awaitSent();
    }

    /** Sends keys as tones in the audio, 80 ms each with pauses of 80 ms. */
    public PhoneCall sendInbandDigits(String keys) {
        for (char key : keys.toCharArray()) {
            queue(Tones.dtmf(key, Duration.ofMillis(80)));
            queue(Tones.silence(Duration.ofMillis(80)));
        }
        return awaitSent();
    }

    /** Sends one key as INFO with {@code application/dtmf-relay}; gives the status of the response. */
    public int sendInfoDigit(char key) {
        return request("INFO", "application/dtmf-relay", "Signal=" + key + "\r\nDuration=" + DIGIT_MILLIS + "\r\n")
                .status();
    }

    /** Lets no RTP out any more: a peer that died without a BYE. */
    public void stopRtp() {
        media.rtp().mute(true);
    }

    public void resumeRtp() {
        media.rtp().mute(false);
    }

    // ---- hearing

    /** All audio heard so far, from the first packet on; what is missing is silence. */
    public Audio received() {
        return media.rtp().heard();
    }

    /** The keys that came by RFC 4733. */
    public String receivedDigits() {
        return media.rtp().digits();
    }

    public PhoneCall awaitDigits(String keys, Duration timeout) {
        log.require(() -> receivedDigits().equals(keys), timeout, () -> "digits " + keys);
        return this;
    }

    public RtpStatistics statistics() {
        return media.rtp().statistics();
    }

    public PhoneCall rewind() {
        cursor = Duration.ZERO;
        return this;
    }

    /** Waits for a tone of at least that length; gives where it was found so far. */
    public Span awaitTone(double hertz, Duration atLeast, Duration timeout) {
        return awaitSound(timeout, hertz + " Hz", () -> received().findTone(hertz, atLeast, cursor));
    }

    /** Waits for a steady tone of any frequency, at least 150 ms long, and for its end. */
    public Span awaitBeep(Duration timeout) {
        return awaitSound(timeout, "beep", () -> {
            Audio heard = received();
            Duration end = heard.length().minus(BEEP_TAIL);
            return heard.findBeep(BEEP, cursor).filter(beep -> beep.end().compareTo(end) < 0);
        });
    }

    /** Waits for at least 300 ms of sound of any kind. */
    public Span awaitSpeech(Duration timeout) {
        return awaitSound(timeout, "speech", () -> received().findSound(SPEECH, cursor));
    }

    private Span awaitSound(Duration timeout, String what, Supplier<Optional<Span>> search) {
        log.require(() -> search.get().isPresent(), timeout, () -> what + " after " + cursor.toMillis() + " ms of "
                + received().length().toMillis() + " ms heard");
        Span span = search.get().orElseThrow();
        cursor = span.end();
        return span;
    }

    /** Waits until nothing, or nothing but silence, has come for that long. */
    public PhoneCall awaitSilence(Duration length, Duration timeout) {
        RtpSession rtp = media.rtp();
        log.require(() -> received().trailingSilence().toMillis() + rtp.quietMillis() >= length.toMillis(), timeout,
                () -> length.toMillis() + " ms of silence");
        return this;
    }

    /** Hangs up or cancels when the call is still alive, without waiting for the response, and closes the audio. */
    @Override
    public void close() {
        if (!log.ended()) {
            log.hungUp(false);
            if (established()) {
                inDialog.sendBye();
            } else {
                outgoing.ifPresent(OutgoingLeg::cancel);
            }
        }
        media.rtp().close();
    }

    private boolean established() {
        return incoming.isPresent() ? log.acknowledged() : finalStatus().isPresent();
    }

    /** Closes the audio and says nothing. */
    void drop() {
        media.rtp().close();
    }

    // ---- called by the phone

    void inviteNow() {
        caller().invite();
    }

    boolean owns(SipMessage request) {
        return dialog.matches(request);
    }

    void received(ServerTransaction transaction) {
        inDialog.received(transaction);
    }

    void cancelled(ServerTransaction cancel) {
        log.arrived(cancel.request());
        log.request(cancel.request());
        incoming.ifPresent(leg -> leg.cancelled(cancel));
    }

    void acknowledged(SipMessage ack) {
        log.arrived(ack);
        if (!inDialog.acknowledged(ack)) {
            incoming.ifPresent(leg -> leg.acknowledged(ack));
        }
        log.request(ack);
    }
}
