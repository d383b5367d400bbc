package org.callwright.media.embedded.sdp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A media section while it is being read; becomes a {@link MediaDescription}. */
final class MediaSection {

    private final String type;
    private final int port;
    private final String protocol;
    private final List<String> formats;
    private final Map<Integer, RtpMap> rtpMaps = new HashMap<>();
    private int rtcpPort;
    private int ptime;
    private int maxptime;
    Optional<String> connection = Optional.empty();
    Optional<Direction> direction = Optional.empty();

    private MediaSection(String type, int port, String protocol, List<String> formats) {
        this.type = type;
        this.port = port;
        this.protocol = protocol;
        this.formats = formats;
    }

    static MediaSection parse(String value, int maxFormats) throws SdpException {
        String[] parts = value.trim().split(" +");
        if (parts.length < 4 || parts.length > 3 + maxFormats) {
            throw new SdpException("has a malformed m= line");
        }
        int slash = parts[1].indexOf('/');
        int port = number(slash < 0 ? parts[1] : parts[1].substring(0, slash), 65_535);
        return new MediaSection(parts[0], port, parts[2], List.of(parts).subList(3, parts.length));
    }

    void attribute(String value) throws SdpException {
        int colon = value.indexOf(':');
        if (colon < 0) {
            return;
        }
        String argument = value.substring(colon + 1).trim();
        switch (value.substring(0, colon)) {
            case "rtpmap":
                rtpMap(argument);
                break;
            case "ptime":
                ptime = numberOrNone(argument, 10_000);
                break;
            case "maxptime":
                maxptime = numberOrNone(argument, 10_000);
                break;
            case "rtcp":
                rtcpPort = numberOrNone(argument.split(" ", 2)[0], 65_535);
                break;
            default:
                break;
        }
    }

    private void rtpMap(String argument) throws SdpException {
        String[] parts = argument.split("[ /]+");
        if (parts.length < 3 || parts.length > 4) {
            throw new SdpException("has a malformed a=rtpmap");
        }
        int payloadType = number(parts[0], 127);
        int channels = parts.length == 4 ? number(parts[3], 255) : 1;
        rtpMaps.put(payloadType, new RtpMap(payloadType, parts[1], number(parts[2], 10_000_000), channels));
    }

    private static int number(String text, int max) throws SdpException {
        int number = numberOrNone(text, max);
        if (number == 0 && !text.equals("0")) {
            throw new SdpException("has no number, or one out of range, where one belongs");
        }
        return number;
    }

    /** A decimal number; 0 when it is none, which for a mere wish such as ptime is no reason to refuse a call. */
    private static int numberOrNone(String text, int max) {
        boolean decimal = !text.isEmpty() && text.length() <= 8 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int number = decimal ? Integer.parseInt(text) : 0;
        return number > max ? 0 : number;
    }

    MediaDescription description(Optional<String> sessionConnection, Direction sessionDirection) {
        List<RtpMap> known = new ArrayList<>();
        for (String format : formats) {
            payloadType(format).flatMap(this::meaning).ifPresent(known::add);
        }
        return new MediaDescription(type, port, protocol, formats, List.copyOf(known),
                connection.or(() -> sessionConnection), direction.orElse(sessionDirection), rtcpPort, ptime, maxptime);
    }

    private Optional<RtpMap> meaning(int payloadType) {
        return Optional.ofNullable(rtpMaps.get(payloadType)).or(() -> RtpMap.ofStaticType(payloadType));
    }

    private static Optional<Integer> payloadType(String format) {
        return format.matches("\\d{1,3}") && Integer.parseInt(format) <= 127
                ? Optional.of(Integer.parseInt(format)) : Optional.empty();
    }
}
