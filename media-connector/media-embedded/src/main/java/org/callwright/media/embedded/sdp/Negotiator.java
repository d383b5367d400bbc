package org.callwright.media.embedded.sdp;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rules of offer and answer (RFC 3264) for one audio stream: which m= line is taken, which formats are common,
 * which way media flows. The offer's order of formats decides. Stateless but for the list of our own formats.
 */
public final class Negotiator {

    private static final int DEFAULT_PTIME = 20;
    private static final int MAX_PTIME = 60;

    private final List<LocalFormat> formats;
    private final boolean ipv6;

    /**
     * An encoding that we have a codec for.
     *
     * @param staticPayloadType or -1
     * @param frameMillis length of its shortest packet; all are multiples
     * @param parameters for a=fmtp, or empty
     */
    public record LocalFormat(String encoding, int clockRate, int staticPayloadType, int frameMillis,
            String parameters) {
    }

    /** @param ipv6 whether our sockets are IPv6 ones */
    public Negotiator(List<LocalFormat> formats, boolean ipv6) {
        this.formats = List.copyOf(formats);
        this.ipv6 = ipv6;
    }

    public List<LocalFormat> formats() {
        return formats;
    }

    /** What we take of an offer: the first audio section that is usable; empty when there is none (SIP 488). */
    public Optional<Agreement> acceptOffer(SessionDescription offer) {
        for (int i = 0; i < offer.media().size(); i++) {
            MediaDescription media = offer.media().get(i);
            List<RtpMap> common = common(media);
            if (usable(media) && !common.isEmpty()) {
                return Optional.of(agreement(i, media, common, events(media)));
            }
        }
        return Optional.empty();
    }

    /**
     * What an answer to our offer means.
     *
     * @param index place of our audio section
     * @param offered what our offer's payload types meant, telephone-event among them
     */
    public Optional<Agreement> acceptAnswer(SessionDescription answer, int index, List<RtpMap> offered) {
        if (index >= answer.media().size()) {
            return Optional.empty();
        }
        MediaDescription media = answer.media().get(index);
        List<RtpMap> common = common(media);
        if (!usable(media) || common.isEmpty()) {
            return Optional.empty();
        }
        List<RtpMap> received = new ArrayList<>();
        int events = -1;
        for (RtpMap map : offered) {
            if (map.is(RtpMap.TELEPHONE_EVENT, 8000)) {
                events = events(media) < 0 ? -1 : map.payloadType();
            } else {
                received.add(map);
            }
        }
        Agreement asAnswered = agreement(index, media, common, events);
        return Optional.of(new Agreement(index, asAnswered.remote(), asAnswered.remoteRtcp(), asAnswered.direction(),
                List.copyOf(received), asAnswered.sent(), events, asAnswered.sentEvents(), asAnswered.ptime()));
    }

    private boolean usable(MediaDescription media) {
        return media.plainRtpAudio()
                && media.connection().map(address -> RemoteAddress.usable(address, ipv6)).orElse(false);
    }

    private List<RtpMap> common(MediaDescription media) {
        return media.rtpMaps().stream().filter(map -> local(map).isPresent()).toList();
    }

    private Optional<LocalFormat> local(RtpMap map) {
        return formats.stream().filter(format -> map.is(format.encoding(), format.clockRate())).findFirst();
    }

    private static int events(MediaDescription media) {
        return media.rtpMaps().stream().filter(map -> map.is(RtpMap.TELEPHONE_EVENT, 8000))
                .mapToInt(RtpMap::payloadType).findFirst().orElse(-1);
    }

    private Agreement agreement(int index, MediaDescription media, List<RtpMap> common, int events) {
        String address = media.connection().orElseThrow();
        Optional<InetSocketAddress> remote = RemoteAddress.of(address, media.port());
        int rtcpPort = media.rtcpPort() != 0 ? media.rtcpPort() : Math.min(65_535, media.port() + 1);
        Direction theirs = remote.isPresent() ? media.direction() : media.direction().withoutReceiving();
        int frameMillis = local(common.get(0)).orElseThrow().frameMillis();
        return new Agreement(index, remote, RemoteAddress.of(address, rtcpPort), theirs.mirrored(), common,
                common.get(0), events, events < 0 ? -1 : events(media), ptime(media, frameMillis));
    }

    /** The packet length the peer asks for, in steps of the codec's frame and within what both can bear. */
    private static int ptime(MediaDescription media, int frameMillis) {
        int wanted = media.ptime() == 0 ? DEFAULT_PTIME : media.ptime();
        int limit = media.maxptime() == 0 ? MAX_PTIME : Math.min(MAX_PTIME, media.maxptime());
        return Math.max(frameMillis, Math.min(wanted, limit) / frameMillis * frameMillis);
    }
}
