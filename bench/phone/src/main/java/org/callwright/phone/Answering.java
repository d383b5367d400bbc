package org.callwright.phone;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.callwright.phone.media.Codec;
import org.callwright.phone.sip.SipMessage.Header;

/**
 * What the phone does with a call that comes in. Immutable; each method gives a changed copy.
 *
 * @param status final response, 200 or a refusal; 0 rings on without end, -1 says nothing at all
 * @param ringing whether 180 is sent first
 * @param described which responses bear the SDP; an early one is 183 instead of 180, so that audio flows before the call
 *     is answered
 * @param delay time until the final response
 * @param codecs accepted codecs
 * @param headers extra headers of the final response, such as the Contact of a 302
 */
public record Answering(int status, boolean ringing, Described described, Duration delay, List<Codec> codecs,
        boolean telephoneEvent, List<Header> headers) {

    /** Responses that bear the SDP. */
    public enum Described {
        FINALLY, BOTH, EARLY;

        boolean early() {
            return this != FINALLY;
        }
    }

    private static final int NEVER = 0;
    private static final int NOTHING = -1;

    public Answering {
        codecs = List.copyOf(codecs);
        headers = List.copyOf(headers);
    }

    /** 180 and then 200 after 100 ms. */
    public static Answering answer() {
        return new Answering(200, true, Described.FINALLY, Duration.ofMillis(100), List.of(Codec.PCMU, Codec.PCMA), true,
                List.of());
    }

    /** That refusal at once: 486 busy, 603 declined, 404, 480, 500. */
    public static Answering reject(int status) {
        return new Answering(status, false, Described.FINALLY, Duration.ZERO, answer().codecs, true, List.of());
    }

    /** 180 and no final response until the caller gives up. */
    public static Answering ringForever() {
        return new Answering(NEVER, true, Described.FINALLY, Duration.ZERO, answer().codecs, true, List.of());
    }

    /** No response of any kind, as if nobody were there. */
    public static Answering ignore() {
        return new Answering(NOTHING, false, Described.FINALLY, Duration.ZERO, answer().codecs, true, List.of());
    }

    public Answering after(Duration newDelay) {
        return new Answering(status, ringing, described, newDelay, codecs, telephoneEvent, headers);
    }

    public Answering withRinging() {
        return new Answering(status, true, described, delay, codecs, telephoneEvent, headers);
    }

    public Answering withoutRinging() {
        return new Answering(status, false, described, delay, codecs, telephoneEvent, headers);
    }

    public Answering withEarlyMedia() {
        return new Answering(status, true, Described.BOTH, delay, codecs, telephoneEvent, headers);
    }

    /** Early media, and a 200 without SDP, as some gateways send it. */
    public Answering withOnlyEarlySdp() {
        return new Answering(status, true, Described.EARLY, delay, codecs, telephoneEvent, headers);
    }

    public Answering codecs(Codec... accepted) {
        return new Answering(status, ringing, described, delay, List.of(accepted), telephoneEvent, headers);
    }

    public Answering withoutTelephoneEvent() {
        return new Answering(status, ringing, described, delay, codecs, false, headers);
    }

    public Answering header(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Answering(status, ringing, described, delay, codecs, telephoneEvent, more);
    }

    boolean saysNothing() {
        return status == NOTHING;
    }

    Optional<Integer> finalStatus() {
        return status == NEVER ? Optional.empty() : Optional.of(status);
    }

    boolean answers() {
        return status >= 200 && status < 300;
    }
}
