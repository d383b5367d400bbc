package org.callwright.media.embedded.sdp;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes our descriptions of one call. The o= line keeps its session id for the whole call; its version grows by one
 * whenever, and only when, something else in the text changed (RFC 3264, 8).
 */
public final class SdpWriter {

    private static final int FIRST_DYNAMIC = 96;
    private static final int EVENTS = 101;

    private final List<Negotiator.LocalFormat> formats;
    private final String address;
    private final int port;
    private final long sessionId;
    private long version;
    private String lastBody = "";

    /** @param address what is advertised: an address or a host name */
    public SdpWriter(List<Negotiator.LocalFormat> formats, String address, int port, long sessionId) {
        this.formats = formats;
        this.address = address;
        this.port = port;
        this.sessionId = sessionId;
    }

    /** The answer: our audio at the agreed place, every other section refused. */
    public String answer(SessionDescription offer, Agreement agreement) {
        List<RtpMap> maps = new ArrayList<>(agreement.received());
        if (agreement.receivedEvents() >= 0) {
            maps.add(new RtpMap(agreement.receivedEvents(), RtpMap.TELEPHONE_EVENT, 8000, 1));
        }
        StringBuilder media = new StringBuilder();
        for (int i = 0; i < offer.media().size(); i++) {
            media.append(i == agreement.index()
                    ? audio(maps, agreement.ptime(), agreement.direction())
                    : offer.media().get(i).refused());
        }
        return text(media.toString());
    }

    /**
     * An offer of audio.
     *
     * @param refusedBefore sections in front of ours that were refused earlier in the call and keep their place
     * @param refusedAfter the same behind ours
     */
    public String offer(List<RtpMap> maps, List<MediaDescription> refusedBefore, List<MediaDescription> refusedAfter) {
        StringBuilder media = new StringBuilder();
        refusedBefore.forEach(section -> media.append(section.refused()));
        media.append(audio(maps, 20, Direction.SENDRECV));
        refusedAfter.forEach(section -> media.append(section.refused()));
        return text(media.toString());
    }

    /**
     * The formats of an offer: first those in use, with the numbers they have in this call, then our others.
     *
     * @param inUse empty for the first offer
     */
    public List<RtpMap> offerable(List<RtpMap> inUse, int events) {
        List<RtpMap> maps = new ArrayList<>(inUse);
        int eventType = events >= 0 ? events : firstFree(maps, EVENTS);
        RtpMap eventMap = new RtpMap(eventType, RtpMap.TELEPHONE_EVENT, 8000, 1);
        maps.add(eventMap);
        for (Negotiator.LocalFormat format : formats) {
            if (maps.stream().noneMatch(map -> map.is(format.encoding(), format.clockRate()))) {
                int wanted = format.staticPayloadType() >= 0 ? format.staticPayloadType() : FIRST_DYNAMIC;
                maps.add(new RtpMap(firstFree(maps, wanted), format.encoding(), format.clockRate(), 1));
            }
        }
        maps.remove(eventMap);
        maps.add(eventMap);
        return List.copyOf(maps);
    }

    private static int firstFree(List<RtpMap> maps, int from) {
        int candidate = from;
        while (taken(maps, candidate)) {
            candidate = candidate < FIRST_DYNAMIC || candidate == 127 ? FIRST_DYNAMIC : candidate + 1;
        }
        return candidate;
    }

    private static boolean taken(List<RtpMap> maps, int payloadType) {
        return maps.stream().anyMatch(map -> map.payloadType() == payloadType);
    }

    private String audio(List<RtpMap> maps, int ptime, Direction direction) {
        StringBuilder text = new StringBuilder("m=audio ").append(port).append(" RTP/AVP");
        maps.forEach(map -> text.append(' ').append(map.payloadType()));
        text.append("\r\n");
        for (RtpMap map : maps) {
            text.append(map.line()).append("\r\n");
            String parameters = parameters(map);
            if (!parameters.isEmpty()) {
                text.append("a=fmtp:").append(map.payloadType()).append(' ').append(parameters).append("\r\n");
            }
        }
        return text.append("a=ptime:").append(ptime).append("\r\na=").append(direction.attribute()).append("\r\n")
                .toString();
    }

    private String parameters(RtpMap map) {
        if (map.encoding().equalsIgnoreCase(RtpMap.TELEPHONE_EVENT)) {
            return "0-15";
        }
        return formats.stream().filter(format -> map.is(format.encoding(), format.clockRate()))
                .map(Negotiator.LocalFormat::parameters).findFirst().orElse("");
    }

    private String text(String media) {
        String family = address.indexOf(':') >= 0 ? "IP6 " : "IP4 ";
        String body = "s=-\r\nc=IN " + family + address + "\r\nt=0 0\r\n" + media;
        if (!body.equals(lastBody)) {
            version++;
            lastBody = body;
        }
        return "v=0\r\no=- " + sessionId + ' ' + version + " IN " + family + address + "\r\n" + body;
    }
}
