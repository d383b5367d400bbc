package org.callwright.tms.web.request;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.callwright.accounts.AccessLimits;
import org.callwright.tms.web.answer.ContainerRefusals;

/**
 * The first thing that a request meets: the rate of its source address, before anything is read or looked up. The
 * address is that of the other end of the connection, which behind a proxy is what the server was configured to
 * believe.
 */
public class SourceFilter implements Filter {

    /** Where the address is noted, for {@link TokenFilter}. Clients cannot write there. */
    static final String SOURCE = SourceFilter.class.getName();

    private final AccessLimits limits;

    @Inject
    public SourceFilter(AccessLimits limits) {
        this.limits = limits;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        request.setAttribute(SOURCE, request.getRemoteAddr());
        Optional<Duration> wait = limits.request(request.getRemoteAddr());
        if (wait.isEmpty()) {
            chain.doFilter(request, response);
        } else {
            ContainerRefusals.tooMany((HttpServletResponse) response, wait.get());
        }
    }
}
