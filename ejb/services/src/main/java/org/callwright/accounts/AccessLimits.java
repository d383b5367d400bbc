package org.callwright.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.callwright.call.value.AccountSid;
import org.callwright.settings.AccessSettings;

/**
 * Keeps one client from taking the server for itself, and from guessing passwords. A lock belongs to a user name
 * <em>from</em> a source, so that nobody can lock an account's owner out by failing in its name from elsewhere; a source
 * that fails with many names is locked as a whole. Each node counts for itself, in bounded memory.
 */
@ApplicationScoped
public class AccessLimits {

    private static final int SOURCE_FACTOR = 10;
    private static final int LONGEST_NAME = 100;

    private final RateLimit accounts;
    private final RateLimit sources;
    private final LoginLock userLocks;
    private final LoginLock sourceLocks;

    /** For the container's proxy. */
    protected AccessLimits() {
        this.accounts = null;
        this.sources = null;
        this.userLocks = null;
        this.sourceLocks = null;
    }

    @Inject
    public AccessLimits(AccessSettings settings) {
        this(settings, System::nanoTime);
    }

    AccessLimits(AccessSettings settings, LongSupplier nanoClock) {
        accounts = new RateLimit(settings.accountRate(), settings.tracked(), nanoClock);
        sources = new RateLimit(settings.sourceRate(), settings.tracked(), nanoClock);
        userLocks = new LoginLock(settings.loginFailures(), settings.lockTime(), settings.tracked(), nanoClock);
        sourceLocks = new LoginLock(
                SOURCE_FACTOR * settings.loginFailures(), settings.lockTime(), settings.tracked(), nanoClock);
    }

    /** Counts a request; how long the source has to wait when it is one too many, else empty. */
    public Optional<Duration> request(String source) {
        return sources.take(network(source));
    }

    /** Counts a request; how long the account has to wait when it is one too many, else empty. */
    public Optional<Duration> request(AccountSid account) {
        return accounts.take(account.value());
    }

    /** How long this user is locked out from here, or this source with any user; empty when neither is. */
    public Optional<Duration> locked(String user, String source) {
        return Stream.concat(userLocks.locked(key(user, source)).stream(), sourceLocks.locked(network(source)).stream())
                .max(Duration::compareTo);
    }

    public void failed(String user, String source) {
        userLocks.failed(key(user, source));
        sourceLocks.failed(network(source));
    }

    /** The user's failures from here are forgotten; those of the source's other users are not. */
    public void succeeded(String user, String source) {
        userLocks.succeeded(key(user, source));
    }

    private static String key(String user, String source) {
        String name = user.toLowerCase(Locale.ROOT);
        return network(source) + " " + name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    /** An IPv4 address, or the first half of an IPv6 one: who has one of those has all 2^64. */
    static String network(String address) {
        if (address.indexOf(':') < 0 || address.indexOf('.') >= 0) {
            return address;
        }
        int groups = 0;
        for (int i = 0; i < address.length(); i++) {
            boolean colon = address.charAt(i) == ':';
            if (colon && (++groups == 4 || address.startsWith("::", i))) {
                return address.substring(0, i) + "::/64";
            }
        }
        return address;
    }
}
