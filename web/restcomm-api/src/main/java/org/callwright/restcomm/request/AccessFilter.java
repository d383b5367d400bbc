package org.callwright.restcomm.request;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Optional;
import org.callwright.accounts.AccessLimits;
import org.callwright.accounts.Account;
import org.callwright.accounts.AccountStatus;
import org.callwright.accounts.Accounts;
import org.callwright.accounts.Authenticator;
import org.callwright.accounts.Role;
import org.callwright.call.value.AccountSid;
import org.callwright.restcomm.RestcommApplication;
import org.callwright.restcomm.answer.ApiError;
import org.callwright.restcomm.answer.ApiException;
import org.callwright.restcomm.answer.ThrottledException;
import org.callwright.web.http.BasicCredentials;

/**
 * Lets nobody in without asking, in this order: did it fail too often (429), who is it (401), does it ask too often
 * (429), is the account active (403), is there such an account (404), is the caller it or an ancestor of it (403), and
 * does the caller's role permit this (403). Runs before any
 * resource is matched, so there is no path around it. The one thing without credentials, the audio of recordings, never
 * comes here.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class AccessFilter implements ContainerRequestFilter {

    private final Authenticator authenticator;
    private final Accounts accounts;
    private final AccessLimits limits;

    /** For the container, which makes proxies and looks at constructors without parameters only. */
    public AccessFilter() {
        this(null, null, null);
    }

    @Inject
    public AccessFilter(Authenticator authenticator, Accounts accounts, AccessLimits limits) {
        this.authenticator = authenticator;
        this.accounts = accounts;
        this.limits = limits;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Account caller = caller(request);
        Target target = Target.of(request.getUriInfo().getPathSegments());
        checkStatus(caller, target);
        Account account = target.account().isEmpty() ? caller : account(target);
        if (!accounts.owns(caller, account)) {
            throw new ApiException(ApiError.NOT_OWNER, "The account is neither yours nor one of your sub-accounts");
        }
        checkRole(caller, account, target, request.getMethod());
        String prefix = prefix(request.getUriInfo().getBaseUri());
        String path = (String) request.getProperty(RepresentationFilter.ORIGINAL_PATH);
        boolean alias = path.startsWith(prefix + "/" + RestcommApplication.ALIAS_VERSION + "/");
        request.setSecurityContext(new ApiRequest.Context(
                new ApiRequest(caller, account, alias ? path.substring(prefix.length()) : path, prefix),
                request.getSecurityContext() != null && request.getSecurityContext().isSecure()));
    }

    /** Whoever failed too often from where it comes from is not even asked. */
    private Account caller(ContainerRequestContext request) {
        BasicCredentials given = BasicCredentials.parse(request.getHeaderString(HttpHeaders.AUTHORIZATION))
                .orElseThrow(AccessFilter::notAuthenticated);
        String source = Source.of(request);
        limits.locked(given.user(), source).ifPresent(wait -> {
            throw new ThrottledException(ApiError.LOCKED_OUT, "Too many wrong passwords", wait);
        });
        Optional<Account> known = authenticator.authenticate(given.user(), given.password());
        if (known.isEmpty()) {
            limits.failed(given.user(), source);
            throw notAuthenticated();
        }
        limits.succeeded(given.user(), source);
        limits.request(known.get().sid()).ifPresent(wait -> {
            throw new ThrottledException(ApiError.TOO_MANY_REQUESTS, "Too many requests of your account", wait);
        });
        return known.get();
    }

    private static ApiException notAuthenticated() {
        return new ApiException(ApiError.NOT_AUTHENTICATED, "Unknown account or wrong password");
    }

    /** What the role permits; on accounts, everybody but an administrator may touch itself only. */
    private static void checkRole(Account caller, Account account, Target target, String method) {
        Optional<Role> role = Role.named(caller.role());
        boolean permitted = role.filter(r -> r.permits(target.action(method), target.kind())).isPresent();
        boolean foreign = target.accountItself() && !caller.sid().equals(account.sid());
        if (!permitted || foreign && role.get() != Role.ADMINISTRATOR) {
            throw new ApiException(ApiError.NOT_PERMITTED, "Your role does not permit this");
        }
    }

    private static void checkStatus(Account caller, Target target) {
        boolean settingUp = caller.status() == AccountStatus.UNINITIALIZED && target.accountItself();
        if (!caller.active() && !settingUp) {
            throw new ApiException(ApiError.NOT_ACTIVE, "Provided Account is not active");
        }
    }

    private Account account(Target target) {
        String name = target.account();
        if (!target.accountItself() || !name.contains("@")) {
            try {
                new AccountSid(name);
            } catch (IllegalArgumentException e) {
                throw new ApiException(ApiError.MALFORMED_SID, "An account SID is AC and 32 hexadecimal digits");
            }
        }
        return accounts.findBySidOrEmail(name).orElseThrow(
                () -> new ApiException(ApiError.UNKNOWN_ACCOUNT, "There is no such account"));
    }

    /** The context path: the base URI without the version. */
    private static String prefix(URI base) {
        String path = base.getRawPath();
        String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return trimmed.substring(0, trimmed.lastIndexOf('/'));
    }
}
