package org.callwright.phone;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.callwright.phone.media.Codec;
import org.callwright.phone.media.Direction;
import org.callwright.phone.media.RtpSession;
import org.callwright.phone.media.SdpWriter;
import org.callwright.phone.media.SessionDescription;

/** The offers and answers of one call (RFC 3264): keeps what this side said last, starts the audio when both spoke. */
final class CallMedia {

    private final List<Codec> codecs;
    private final SdpWriter writer;
    private final RtpSession rtp;
    private final String address;
    private SessionDescription own;
    private boolean offering;

    CallMedia(InetAddress local, List<Codec> codecs, boolean telephoneEvent, boolean silence) {
        this.codecs = codecs;
        this.rtp = new RtpSession(local, silence);
        this.address = local.getHostAddress();
        this.writer = new SdpWriter(address, rtp.localPort(), codecs, telephoneEvent);
    }

    RtpSession rtp() {
        return rtp;
    }

    synchronized String offer(Direction direction) {
        return offered(writer.offer(direction));
    }

    /** Offers a text of the script, with the placeholders {@code {address}} and {@code {port}} filled in. */
    synchronized String offer(String text) {
        return offered(text.replace("{address}", address).replace("{port}", Integer.toString(rtp.localPort())));
    }

    private String offered(String text) {
        own = SessionDescription.parse(text);
        rtp.expect(own);
        offering = true;
        return text;
    }

    /** Answers an offer of the far end and starts the audio; nothing when there is no common codec. */
    synchronized Optional<String> answer(String offer) {
        SessionDescription remote = SessionDescription.parse(offer);
        Optional<String> answer = writer.answer(remote);
        answer.ifPresent(text -> {
            own = SessionDescription.parse(text);
            offering = false;
            rtp.negotiated(own, remote, codecs);
        });
        return answer;
    }

    /** Takes the far end's answer to an offer of this side; a repeated one, as in 183 and 200, changes nothing. */
    synchronized void answered(String answer) {
        SessionDescription remote = SessionDescription.parse(answer);
        if (offering && remote.firstAudio(codecs).isPresent()) {
            rtp.negotiated(own, remote, codecs);
        }
    }

    /** The offer is settled: what comes in later responses is no answer to it. */
    synchronized void settled() {
        offering = false;
    }

    synchronized boolean awaitsAnswer() {
        return offering;
    }
}
