package org.callwright.tms.web.request;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.Optional;
import org.callwright.accounts.AccessLimits;
import org.callwright.accounts.Digests;
import org.callwright.tms.TmsAccounts;
import org.callwright.tms.TmsAccounts.TmsAccount;
import org.callwright.tms.web.answer.RefusalException;

/**
 * Lets nobody to a resource without a token. A token is user and password in one, so what is locked out is the token
 * from its source; who tries many of them is locked out as a source. Asked before it: is there such a resource and does
 * it have that method (404, 405), which says nothing of anybody.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class TokenFilter implements ContainerRequestFilter {

    static final String HEADER = "X-AUTH-TOKEN";
    private static final int LONGEST = 512;

    private final TmsAccounts accounts;
    private final AccessLimits limits;

    /** For the container, which makes proxies and looks at constructors without parameters only. */
    public TokenFilter() {
        this(null, null);
    }

    @Inject
    public TokenFilter(TmsAccounts accounts, AccessLimits limits) {
        this.accounts = accounts;
        this.limits = limits;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        TmsAccount account = account(request.getHeaderString(HEADER), source(request));
        refuseIf(limits.request(account.account()));
        request.setSecurityContext(new Caller.Context(new Caller(account)));
    }

    private TmsAccount account(String token, String source) {
        if (token == null || token.isBlank() || token.length() > LONGEST) {
            throw RefusalException.badToken();
        }
        String name = Digests.sha256Hex(token);
        refuseIf(limits.locked(name, source));
        Optional<TmsAccount> account = accounts.byToken(token);
        if (account.isEmpty()) {
            limits.failed(name, source);
            throw RefusalException.badToken();
        }
        limits.succeeded(name, source);
        return account.get();
    }

    private static String source(ContainerRequestContext request) {
        return request.getProperty(SourceFilter.SOURCE) instanceof String source ? source : "";
    }

    private static void refuseIf(Optional<Duration> wait) {
        wait.ifPresent(time -> {
            throw RefusalException.tooMany(time);
        });
    }
}
