package org.callwright.media.mgcp.driver;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaFailure;

/**
 * What may become the description part of a message: whole lines of the form {@code x=…}, so that no text of a peer
 * can end the part and begin a message of its own, and no more than goes into one datagram with the rest.
 */
final class SdpText {

    static final int MAX_BYTES = 4_000;
    private static final Pattern LINE = Pattern.compile("[a-z]=[^\\r\\n\\x00]*");

    private SdpText() {
    }

    /** The description with CRLF at the end of each line. */
    static String checked(String text) throws MediaException {
        if (text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw malformed("is longer than " + MAX_BYTES + " bytes");
        }
        List<String> lines = text.strip().lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals("v=0")) {
            throw malformed("does not begin with v=0");
        }
        if (!lines.stream().allMatch(line -> LINE.matcher(line).matches())) {
            throw malformed("has a line that is none");
        }
        return withCrlf(text);
    }

    /** A description of a media server's, with CRLF at the end of each line. */
    static String withCrlf(String text) {
        StringBuilder clean = new StringBuilder();
        text.strip().lines().forEach(line -> clean.append(line).append("\r\n"));
        return clean.toString();
    }

    private static MediaException malformed(String why) {
        return new MediaException(MediaFailure.SDP_MALFORMED, "the session description " + why);
    }
}
