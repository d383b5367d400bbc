package org.callwright.restcomm.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.callwright.accounts.AccessLimits;
import org.callwright.restcomm.answer.Answer;
import org.callwright.restcomm.answer.ApiError;
import org.callwright.restcomm.answer.Representation;
import org.callwright.restcomm.answer.ThrottledException;

/**
 * The first thing that a request meets: the rate of its source address, before anything is read or looked up. Stands in
 * {@code web.xml} and so before the filters that are found by annotation; the audio of recordings is counted too.
 */
public class SourceFilter implements Filter {

    private final AccessLimits limits;

    @Inject
    public SourceFilter(AccessLimits limits) {
        this.limits = limits;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String source = request.getRemoteAddr();
        request.setAttribute(Source.ATTRIBUTE, source);
        Optional<Duration> wait = limits.request(source);
        if (wait.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        HttpServletRequest asked = (HttpServletRequest) request;
        Representation representation = asked.getRequestURI().contains(".json")
                ? Representation.JSON
                : Representation.accepted(asked.getHeader("Accept"));
        HttpServletResponse answer = (HttpServletResponse) response;
        answer.setStatus(ApiError.TOO_MANY_REQUESTS.status());
        answer.setContentType(representation.contentType());
        answer.setHeader("Retry-After", String.valueOf(ThrottledException.seconds(wait.get())));
        answer.getOutputStream().write(Answer
                .error(ApiError.TOO_MANY_REQUESTS.code(), "Too many requests from your address")
                .render(representation).getBytes(UTF_8));
    }
}
