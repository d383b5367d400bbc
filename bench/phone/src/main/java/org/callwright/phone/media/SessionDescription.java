package org.callwright.phone.media;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A session description (RFC 4566) as far as a telephone needs it: its first audio stream over RTP/AVP, and the other
 * media lines as they came, so that an answer can refuse them in their places.
 *
 * @param address connection address of the audio stream, empty when there is none
 * @param port 0 when the stream is refused or missing
 * @param mediaLines all {@code m=} lines without their {@code m=}
 */
public record SessionDescription(String address, int port, List<Format> formats, Direction direction,
        List<String> mediaLines) {

    private static final Map<Integer, String> STATIC = Map.of(0, "PCMU/8000", 3, "GSM/8000", 8, "PCMA/8000", 9,
            "G722/8000", 18, "G729/8000", 13, "CN/8000");

    /** Reads a description; what is not understood is passed over. */
    public static SessionDescription parse(String text) {
        String sessionAddress = "";
        String address = "";
        Direction sessionDirection = Direction.SENDRECV;
        Direction direction = null;
        String audioLine = "";
        List<String> mediaLines = new ArrayList<>();
        Map<Integer, String> rtpmap = new HashMap<>(STATIC);
        for (String line : text.split("\r?\n")) {
            String value = line.length() > 2 ? line.substring(2).trim() : "";
            boolean inAudio = !audioLine.isEmpty() && audioLine.equals(mediaLines.get(mediaLines.size() - 1));
            if (line.startsWith("m=")) {
                mediaLines.add(value);
                audioLine = audioLine.isEmpty() && isAudio(value) ? value : audioLine;
            } else if (line.startsWith("c=")) {
                sessionAddress = mediaLines.isEmpty() ? lastWord(value) : sessionAddress;
                address = inAudio ? lastWord(value) : address;
            } else if (line.startsWith("a=rtpmap:") && inAudio) {
                String[] parts = value.substring(7).trim().split("\\s+", 2);
                rtpmap.put(Integer.parseInt(parts[0]), parts[1]);
            } else if (line.startsWith("a=") && directionOf(value).isPresent()) {
                sessionDirection = mediaLines.isEmpty() ? directionOf(value).get() : sessionDirection;
                direction = inAudio ? directionOf(value).get() : direction;
            }
        }
        if (audioLine.isEmpty()) {
            return new SessionDescription("", 0, List.of(), Direction.INACTIVE, mediaLines);
        }
        return new SessionDescription(address.isEmpty() ? sessionAddress : address,
                Integer.parseInt(audioLine.split("\\s+")[1].split("/")[0]), formats(audioLine, rtpmap),
                direction == null ? sessionDirection : direction, mediaLines);
    }

    private static boolean isAudio(String mediaLine) {
        return mediaLine.matches("audio \\d+(/\\d+)? RTP/AVPF?( .*)?");
    }

    private static String lastWord(String connection) {
        String word = connection.substring(connection.lastIndexOf(' ') + 1);
        return word.split("/")[0];
    }

    private static Optional<Direction> directionOf(String attribute) {
        for (Direction direction : Direction.values()) {
            if (direction.attribute().equals(attribute.toLowerCase(Locale.ROOT))) {
                return Optional.of(direction);
            }
        }
        return Optional.empty();
    }

    private static List<Format> formats(String audioLine, Map<Integer, String> rtpmap) {
        List<Format> formats = new ArrayList<>();
        String[] words = audioLine.split("\\s+");
        for (int i = 3; i < words.length; i++) {
            int payloadType = Integer.parseInt(words[i]);
            String[] map = rtpmap.getOrDefault(payloadType, "unknown/0").split("/");
            formats.add(new Format(payloadType, map[0], Integer.parseInt(map[1])));
        }
        return formats;
    }

    /** The first format that the phone has a codec for and is allowed to use. */
    public Optional<Format> firstAudio(List<Codec> allowed) {
        return formats.stream().filter(f -> Codec.of(f).filter(allowed::contains).isPresent()).findFirst();
    }

    public Optional<Format> telephoneEvent() {
        return formats.stream().filter(Format::telephoneEvent).findFirst();
    }

    /** Whether the stream is on hold in the old way, by the unspecified address (RFC 3264 section 8.4). */
    public boolean heldByAddress() {
        return address.equals("0.0.0.0");
    }
}
