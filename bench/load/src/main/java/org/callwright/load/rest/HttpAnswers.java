package org.callwright.load.rest;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Reads HTTP/1.1 answers off a kept connection and throws them away (RFC 9112 section 6). */
final class HttpAnswers {

    private HttpAnswers() {
    }

    /** Reads one answer to its end and gives its status. */
    static int skip(InputStream in) throws IOException {
        int status = Integer.parseInt(line(in).split(" ")[1]);
        long length = 0;
        boolean chunked = false;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            String[] sides = header.split(":", 2);
            if (sides[0].equalsIgnoreCase("Content-Length")) {
                length = Long.parseLong(sides[1].trim());
            } else if (sides[0].equalsIgnoreCase("Transfer-Encoding")) {
                chunked = sides[1].trim().equalsIgnoreCase("chunked");
            }
        }
        if (chunked) {
            skipChunks(in);
        } else {
            in.skipNBytes(length);
        }
        return status;
    }

    private static void skipChunks(InputStream in) throws IOException {
        long size;
        do {
            size = Long.parseLong(line(in).split(";", 2)[0].trim(), 16);
            in.skipNBytes(size);
            line(in);
        } while (size > 0);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
