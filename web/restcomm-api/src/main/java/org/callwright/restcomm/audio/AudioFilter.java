package org.callwright.restcomm.audio;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.callwright.records.RecordArchive;
import org.callwright.recordings.AudioContent;
import org.callwright.recordings.RecordingFiles;

/**
 * Serves the audio of recordings to everybody who knows the URL, as the API promises: applications fetch it without
 * credentials. It looks at the request line as it was sent, not decoded and not normalised, and answers only when that
 * is exactly such a URL with GET or HEAD; everything else goes on to the resources, which ask for credentials.
 */
@WebFilter(urlPatterns = {"/2012-04-24/*", "/2010-04-01/*", "/recordings/*"})
public class AudioFilter implements Filter {

    private final RecordArchive archive;
    private final RecordingFiles files;

    @Inject
    public AudioFilter(RecordArchive archive, RecordingFiles files) {
        this.archive = archive;
        this.files = files;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        Optional<AudioPath> path = AudioPath.of(http.getMethod(), http.getRequestURI(), http.getContextPath());
        if (path.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        HttpServletResponse answer = (HttpServletResponse) response;
        Optional<AudioContent> content =
                path.filter(this::exists).flatMap(audio -> files.content(audio.recording(), audio.format()));
        if (content.isEmpty()) {
            answer.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        new AudioAnswer(content.get()).send(http, answer);
    }

    private boolean exists(AudioPath path) {
        return archive.recording(path.recording())
                .filter(recording -> path.account().map(recording.account()::equals).orElse(true))
                .isPresent();
    }
}
