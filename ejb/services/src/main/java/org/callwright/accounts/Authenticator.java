package org.callwright.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * HTTP Basic credentials: user is an account's SID or e-mail address, password its token or the clear password behind
 * the token. Says only who it is; status, role and ownership are the caller's next questions.
 */
@ApplicationScoped
public class Authenticator {

    private final Accounts accounts;

    /** For the container's proxy. */
    protected Authenticator() {
        this(null);
    }

    @Inject
    public Authenticator(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The account, or empty for an unknown user and for a wrong password alike; both take the same time. */
    public Optional<Account> authenticate(String user, String password) {
        Optional<Account> account = accounts.findBySidOrEmail(user);
        boolean right = account.map(Account::token).orElse(TokenHash.NOBODY).matches(password);
        return right ? account : Optional.empty();
    }
}
