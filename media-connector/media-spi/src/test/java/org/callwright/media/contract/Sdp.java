package org.callwright.media.contract;

import java.util.List;

/** Descriptions as a plain phone writes them. */
final class Sdp {

    static final String PCMU_AND_EVENTS = "0 101";

    private Sdp() {
    }

    /** One audio section on the loopback address, CRLF, with the usual rtpmaps for 0 and 101. */
    static String of(int port, String formats, String... lines) {
        StringBuilder text = new StringBuilder("v=0\r\no=phone 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\n"
                + "t=0 0\r\nm=audio " + port + " RTP/AVP " + formats + "\r\n");
        if (List.of(formats.split(" ")).contains("101")) {
            text.append("a=rtpmap:101 telephone-event/8000\r\na=fmtp:101 0-16\r\n");
        }
        for (String line : lines) {
            text.append(line).append("\r\n");
        }
        return text.toString();
    }

    static int port(String sdp) {
        String line = sdp.lines().filter(each -> each.startsWith("m=audio ")).findFirst().orElseThrow();
        return Integer.parseInt(line.split(" ")[1]);
    }

    /** The lines that begin so. */
    static List<String> lines(String sdp, String prefix) {
        return sdp.lines().filter(line -> line.startsWith(prefix)).toList();
    }
}
