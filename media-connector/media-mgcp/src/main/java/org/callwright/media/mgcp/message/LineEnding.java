package org.callwright.media.mgcp.message;

/** How lines that we write end. RFC 3435 lets a receiver take both; some take only one. */
public enum LineEnding {
    CRLF("\r\n"),
    LF("\n");

    private final String text;

    LineEnding(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
