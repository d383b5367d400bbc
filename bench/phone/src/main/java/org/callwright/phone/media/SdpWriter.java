package org.callwright.phone.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the phone's offers and answers; the session id stays, the version grows with each description (RFC 3264). */
public final class SdpWriter {

    private static final int OFFERED_EVENT_TYPE = 101;

    private final String address;
    private final int port;
    private final List<Codec> codecs;
    private final boolean telephoneEvent;
    private final long sessionId = System.nanoTime() >>> 8;
    private int version;

    /** Describes a stream received at the address and port. */
    public SdpWriter(String address, int port, List<Codec> codecs, boolean telephoneEvent) {
        this.address = address;
        this.port = port;
        this.codecs = codecs;
        this.telephoneEvent = telephoneEvent;
    }

    /** An offer of all codecs. */
    public String offer(Direction direction) {
        List<Format> formats = new ArrayList<>();
        codecs.forEach(codec -> formats.add(new Format(codec.payloadType(), codec.name(), 8000)));
        if (telephoneEvent) {
            formats.add(new Format(OFFERED_EVENT_TYPE, Format.TELEPHONE_EVENT, 8000));
        }
        return session() + audio(formats, direction);
    }

    /** The answer to an offer, or nothing when no codec is common. */
    public Optional<String> answer(SessionDescription offer) {
        Optional<Format> audio = offer.firstAudio(codecs);
        if (audio.isEmpty() || offer.port() == 0) {
            return Optional.empty();
        }
        List<Format> formats = new ArrayList<>(List.of(audio.get()));
        offer.telephoneEvent().filter(format -> telephoneEvent).ifPresent(formats::add);
        StringBuilder text = new StringBuilder(session());
        boolean accepted = false;
        for (String line : offer.mediaLines()) {
            String[] words = line.split("\\s+", 4);
            if (!accepted && line.startsWith("audio " + offer.port())) {
                accepted = true;
                text.append(audio(formats, offer.direction().answered()));
            } else {
                text.append("m=").append(words[0]).append(" 0 ").append(words[2]).append(' ').append(words[3])
                        .append("\r\n");
            }
        }
        return Optional.of(text.toString());
    }

    private String session() {
        return "v=0\r\no=phone " + sessionId + " " + ++version + " IN IP4 " + address + "\r\ns=-\r\nc=IN IP4 " + address
                + "\r\nt=0 0\r\n";
    }

    private String audio(List<Format> formats, Direction direction) {
        StringBuilder text = new StringBuilder("m=audio " + port + " RTP/AVP");
        formats.forEach(format -> text.append(' ').append(format.payloadType()));
        text.append("\r\n");
        for (Format format : formats) {
            text.append("a=rtpmap:").append(format.payloadType()).append(' ').append(format.encoding()).append('/')
                    .append(format.clockRate()).append("\r\n");
            if (format.telephoneEvent()) {
                text.append("a=fmtp:").append(format.payloadType()).append(" 0-15\r\n");
            }
        }
        return text.append("a=ptime:20\r\na=").append(direction.attribute()).append("\r\n").toString();
    }
}
