package org.callwright.media.mgcp.au;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.callwright.media.mgcp.message.MgcpSyntaxException;

/**
 * One piece of an announcement or a prompt. AU knows segments by an address and silence; tones, a beep and exact
 * silence are additions that our gateway understands.
 */
public sealed interface AuSegment {

    /** Audio at an address, {@code file:///…} in practice. */
    record File(URI uri) implements AuSegment {

        /** The file's address, in which nothing is left that separates segments or arguments. */
        public static File of(Path path) {
            String uri = path.toUri().toASCIIString().replace(",", "%2C").replace("(", "%28").replace(")", "%29")
                    .replace("=", "%3D").replace("'", "%27");
            return new File(URI.create(uri));
        }

        @Override
        public String toString() {
            return uri.toString();
        }
    }

    /** {@code silence:40} is 40 ms; {@code si(5)} of RFC 2897, 500 ms, is read as well. */
    record Silence(Duration length) implements AuSegment {

        @Override
        public String toString() {
            return "silence:" + length.toMillis();
        }
    }

    /** {@code tone:800:-10:100} is 800 Hz at -10 dBm0 for 100 ms. */
    record Tone(int hertz, int levelDbm0, Duration length) implements AuSegment {

        @Override
        public String toString() {
            return "tone:" + hertz + ':' + levelDbm0 + ':' + length.toMillis();
        }
    }

    /** {@code beep:} is the sound that asks to speak. */
    record Beep() implements AuSegment {

        @Override
        public String toString() {
            return "beep:";
        }
    }

    /** Reads the value of {@code an=} or {@code ip=}; an empty one is an empty list. */
    static List<AuSegment> parseList(String text) throws MgcpSyntaxException {
        List<AuSegment> segments = new ArrayList<>();
        for (String item : text.split(",")) {
            if (!item.isBlank()) {
                segments.add(Syntax.parse(item.strip()));
            }
        }
        return segments;
    }

    static String format(List<AuSegment> segments) {
        return segments.stream().map(AuSegment::toString).collect(Collectors.joining(","));
    }

    /** How single segments are written. */
    final class Syntax {

        private static final Pattern SILENCE = Pattern.compile("silence:(\\d{1,8})");
        private static final Pattern TENTHS = Pattern.compile("si\\((\\d{1,6})\\)");
        private static final Pattern TONE = Pattern.compile("tone:(\\d{1,4}):(-?\\d{1,2}):(\\d{1,8})");
        private static final Pattern ADDRESS = Pattern.compile("[a-z][a-z0-9+.-]*:.+");

        private Syntax() {
        }

        static AuSegment parse(String item) throws MgcpSyntaxException {
            Matcher silence = SILENCE.matcher(item);
            if (silence.matches()) {
                return new Silence(Duration.ofMillis(Long.parseLong(silence.group(1))));
            }
            Matcher tenths = TENTHS.matcher(item);
            if (tenths.matches()) {
                return new Silence(Duration.ofMillis(100 * Long.parseLong(tenths.group(1))));
            }
            Matcher tone = TONE.matcher(item);
            if (tone.matches()) {
                return new Tone(Integer.parseInt(tone.group(1)), Integer.parseInt(tone.group(2)),
                        Duration.ofMillis(Long.parseLong(tone.group(3))));
            }
            return item.equals("beep:") ? new Beep() : new File(address(item));
        }

        static URI address(String item) throws MgcpSyntaxException {
            if (!ADDRESS.matcher(item).matches()) {
                throw new MgcpSyntaxException("a segment is no address");
            }
            try {
                return URI.create(item);
            } catch (IllegalArgumentException e) {
                throw new MgcpSyntaxException("a segment is no address");
            }
        }
    }
}
