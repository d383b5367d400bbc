package org.callwright.phone;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.callwright.phone.media.Codec;
import org.callwright.phone.sip.SipMessage.Header;

/**
 * How a call is placed. Immutable; each method gives a changed copy.
 *
 * @param from the caller's URI; empty means the phone's own
 * @param codecs offered codecs in order of preference
 * @param headers extra headers of the INVITE
 * @param proxy {@code host:port} that the INVITE is sent to instead of the host of the called URI; empty for none
 * @param sdp text that is sent as offer as it stands; empty means the phone writes its own
 * @param lateOffer the INVITE carries no offer, the ACK carries the answer (RFC 3264 section 5, RFC 3261 section
 * 13.2.1)
 * @param automaticAck whether a 2xx is acknowledged at once
 * @param silence whether silence is sent when nothing else is
 */
public record CallOptions(String from, List<Codec> codecs, boolean telephoneEvent, List<Header> headers, String proxy,
        String sdp, boolean lateOffer, boolean automaticAck, boolean silence) {

    public CallOptions {
        codecs = List.copyOf(codecs);
        headers = List.copyOf(headers);
    }

    /** PCMU, then PCMA, with telephone-event, offer in the INVITE. */
    public static CallOptions defaults() {
        return new CallOptions("", List.of(Codec.PCMU, Codec.PCMA), true, List.of(), "", "", false, true, true);
    }

    public CallOptions from(String uri) {
        return new CallOptions(uri, codecs, telephoneEvent, headers, proxy, sdp, lateOffer, automaticAck, silence);
    }

    public CallOptions codecs(Codec... preferred) {
        return new CallOptions(from, List.of(preferred), telephoneEvent, headers, proxy, sdp, lateOffer, automaticAck,
                silence);
    }

    public CallOptions withoutTelephoneEvent() {
        return new CallOptions(from, codecs, false, headers, proxy, sdp, lateOffer, automaticAck, silence);
    }

    public CallOptions header(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new CallOptions(from, codecs, telephoneEvent, more, proxy, sdp, lateOffer, automaticAck, silence);
    }

    /** Sends the INVITE there and names the place in a Route header with {@code ;lr}. */
    public CallOptions proxy(String hostPort) {
        return new CallOptions(from, codecs, telephoneEvent, headers, hostPort, sdp, lateOffer, automaticAck, silence);
    }

    /** Offers this text; {@code {address}} and {@code {port}} in it become those of the phone's RTP socket. */
    public CallOptions sdp(String text) {
        return new CallOptions(from, codecs, telephoneEvent, headers, proxy, text, lateOffer, automaticAck, silence);
    }

    public CallOptions withLateOffer() {
        return new CallOptions(from, codecs, telephoneEvent, headers, proxy, sdp, true, automaticAck, silence);
    }

    /** No ACK follows a 2xx until {@link PhoneCall#acknowledge()}. */
    public CallOptions withholdAck() {
        return new CallOptions(from, codecs, telephoneEvent, headers, proxy, sdp, lateOffer, false, silence);
    }

    public CallOptions withoutSilence() {
        return new CallOptions(from, codecs, telephoneEvent, headers, proxy, sdp, lateOffer, automaticAck, false);
    }

    Optional<String> customSdp() {
        return Optional.of(sdp).filter(text -> !text.isEmpty());
    }
}
