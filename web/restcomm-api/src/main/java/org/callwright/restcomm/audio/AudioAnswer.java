package org.callwright.restcomm.audio;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.callwright.call.value.RecordingFormat;
import org.callwright.recordings.AudioContent;
import org.callwright.web.http.ByteRange;

/**
 * Audio over HTTP: whole or one range of it (RFC 9110 section 14), with an entity tag for caches. The size is taken
 * once at the start, so that a file which is still growing is sent up to where it then ended.
 */
final class AudioAnswer {

    private static final int BUFFER = 64 * 1024;

    private static final Map<RecordingFormat, String> TYPES =
            Map.of(RecordingFormat.WAV, "audio/x-wav", RecordingFormat.GSM, "audio/x-gsm");

    private final AudioContent content;

    AudioAnswer(AudioContent content) {
        this.content = content;
    }

    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (InputStream audio = content.open()) {
            send(request, response, audio);
        } catch (NoSuchFileException e) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void send(HttpServletRequest request, HttpServletResponse response, InputStream audio) throws IOException {
        long size = content.size();
        long modified = content.modified();
        String tag = "\"" + Long.toHexString(size) + "-" + Long.toHexString(modified) + "\"";
        response.setHeader("ETag", tag);
        response.setDateHeader("Last-Modified", modified);
        response.setHeader("Accept-Ranges", "bytes");
        response.setHeader("Cache-Control", "private, no-cache");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (known(request.getHeader("If-None-Match"), tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        Optional<ByteRange> range = wanted(request, tag, size);
        if (range.filter(part -> part.length() == 0).isPresent()) {
            response.setHeader("Content-Range", range.get().contentRange(size));
            response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
            return;
        }
        ByteRange part = range.orElse(new ByteRange(0, size));
        range.ifPresent(present -> {
            response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
            response.setHeader("Content-Range", present.contentRange(size));
        });
        response.setContentType(TYPES.get(content.format()));
        response.setContentLengthLong(part.length());
        if (!request.getMethod().equals("HEAD")) {
            audio.skipNBytes(part.first());
            copy(audio, response.getOutputStream(), part.length());
        }
    }

    /** A range is only good for the file that the client has the first part of (If-Range). */
    private static Optional<ByteRange> wanted(HttpServletRequest request, String tag, long size) {
        String condition = request.getHeader("If-Range");
        return condition == null || condition.equals(tag)
                ? ByteRange.parse(request.getHeader("Range"), size)
                : Optional.empty();
    }

    private static boolean known(String header, String tag) {
        return header != null && Arrays.stream(header.split(","))
                .map(String::strip)
                .anyMatch(one -> one.equals("*") || one.equals(tag) || one.equals("W/" + tag));
    }

    private static void copy(InputStream from, OutputStream to, long length) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = length;
        while (left > 0) {
            int read = from.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                return;
            }
            to.write(buffer, 0, read);
            left -= read;
        }
    }
}
