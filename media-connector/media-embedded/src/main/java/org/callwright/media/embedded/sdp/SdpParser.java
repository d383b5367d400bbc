package org.callwright.media.embedded.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a session description (RFC 4566). Bounded in every dimension, since the text comes from the network; lines may
 * end in CRLF or LF; lines of unknown kind are skipped, lines of known kind must be well formed.
 */
public final class SdpParser {

    private static final int MAX_LENGTH = 32_768;
    private static final int MAX_LINES = 600;
    private static final int MAX_MEDIA = 32;
    private static final int MAX_FORMATS = 128;

    private Optional<String> sessionConnection = Optional.empty();
    private Direction sessionDirection = Direction.SENDRECV;
    private final List<MediaSection> sections = new ArrayList<>();

    private SdpParser() {
    }

    /** @throws SdpException when the text is no session description */
    public static SessionDescription parse(String text) throws SdpException {
        if (text.length() > MAX_LENGTH) {
            throw new SdpException("longer than " + MAX_LENGTH + " characters");
        }
        String[] lines = text.split("\r?\n", MAX_LINES + 1);
        if (lines.length > MAX_LINES) {
            throw new SdpException("more than " + MAX_LINES + " lines");
        }
        if (!lines[0].equals("v=0")) {
            throw new SdpException("does not begin with v=0");
        }
        SdpParser parser = new SdpParser();
        boolean origin = false;
        for (String line : lines) {
            if (!line.isEmpty()) {
                origin |= line.startsWith("o=");
                parser.line(line);
            }
        }
        if (!origin) {
            throw new SdpException("has no o= line");
        }
        return parser.description();
    }

    private void line(String line) throws SdpException {
        if (line.length() < 2 || line.charAt(1) != '=') {
            throw new SdpException("has a line that is no type=value");
        }
        String value = line.substring(2);
        switch (line.charAt(0)) {
            case 'm':
                if (sections.size() == MAX_MEDIA) {
                    throw new SdpException("more than " + MAX_MEDIA + " media sections");
                }
                sections.add(MediaSection.parse(value, MAX_FORMATS));
                break;
            case 'c':
                connection(value);
                break;
            case 'a':
                attribute(value);
                break;
            default:
                break;
        }
    }

    private void connection(String value) throws SdpException {
        String[] parts = value.trim().split(" +");
        if (parts.length != 3 || !parts[0].equals("IN") || !parts[1].equals("IP4") && !parts[1].equals("IP6")) {
            throw new SdpException("has a malformed c= line");
        }
        int slash = parts[2].indexOf('/');
        Optional<String> address = Optional.of(slash < 0 ? parts[2] : parts[2].substring(0, slash));
        if (sections.isEmpty()) {
            sessionConnection = address;
        } else {
            last().connection = address;
        }
    }

    private void attribute(String value) throws SdpException {
        Optional<Direction> direction = Direction.ofAttribute(value.trim());
        if (sections.isEmpty()) {
            direction.ifPresent(given -> sessionDirection = given);
        } else if (direction.isPresent()) {
            last().direction = direction;
        } else {
            last().attribute(value);
        }
    }

    private MediaSection last() {
        return sections.get(sections.size() - 1);
    }

    private SessionDescription description() {
        List<MediaDescription> media = new ArrayList<>();
        for (MediaSection section : sections) {
            media.add(section.description(sessionConnection, sessionDirection));
        }
        return new SessionDescription(List.copyOf(media));
    }
}
