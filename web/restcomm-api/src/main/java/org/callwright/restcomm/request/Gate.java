package org.callwright.restcomm.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.callwright.accounts.AccessLimits;
import org.callwright.accounts.Account;
import org.callwright.accounts.AccountStatus;
import org.callwright.accounts.Accounts;
import org.callwright.accounts.Authenticator;
import org.callwright.accounts.Role;
import org.callwright.call.value.AccountSid;
import org.callwright.restcomm.answer.ApiError;
import org.callwright.restcomm.answer.ApiException;
import org.callwright.restcomm.answer.ThrottledException;
import org.callwright.web.http.BasicCredentials;

/**
 * The questions that every request is asked, in this order: did it fail too often (429), who is it (401), does it ask
 * too often (429), is the account active (403), is there such an account (404), is the caller it or an ancestor of it
 * (403), and does the caller's role permit this (403). Each request is asked once: asking counts.
 */
@ApplicationScoped
public class Gate {

    private final Authenticator authenticator;
    private final Accounts accounts;
    private final AccessLimits limits;

    /** For the container's proxy. */
    protected Gate() {
        this(null, null, null);
    }

    @Inject
    public Gate(Authenticator authenticator, Accounts accounts, AccessLimits limits) {
        this.authenticator = authenticator;
        this.accounts = accounts;
        this.limits = limits;
    }

    /**
     * Who asks. Whoever failed too often from where it comes from is not even asked.
     *
     * @param authorization the header; null for none
     * @param source address that the request comes from
     */
    Account caller(String authorization, String source) {
        BasicCredentials given = BasicCredentials.parse(authorization).orElseThrow(Gate::notAuthenticated);
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

    /** The account that the path names, when the caller may do this to what the path names. */
    Account account(Account caller, Target target, String method) {
        checkStatus(caller, target);
        Account account = target.account().isEmpty() ? caller : find(target);
        if (!accounts.owns(caller, account)) {
            throw new ApiException(ApiError.NOT_OWNER, "The account is neither yours nor one of your sub-accounts");
        }
        checkRole(caller, account, target, method);
        return account;
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

    private Account find(Target target) {
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
}
