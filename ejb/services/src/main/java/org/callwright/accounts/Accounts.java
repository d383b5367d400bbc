package org.callwright.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.callwright.call.value.AccountSid;

/**
 * The accounts as a request sees them: looked up through a cache of a few seconds' life, with the rules of the tree. A
 * change on this node shows at once, one on another node within {@link #CACHE_LIFE}.
 */
@ApplicationScoped
public class Accounts {

    static final Duration CACHE_LIFE = Duration.ofSeconds(2);
    /** Levels of the tree, the super admin's included; walking up stops here whatever the data say. */
    public static final int MAX_DEPTH = 3;

    private final AccountStore store;
    private final TimedCache<String, Optional<Account>> bySid =
            new TimedCache<>(CACHE_LIFE, 10_000, System::nanoTime);
    private final TimedCache<String, Optional<Account>> byEmail =
            new TimedCache<>(CACHE_LIFE, 10_000, System::nanoTime);

    /** For the container's proxy. */
    protected Accounts() {
        this(null);
    }

    @Inject
    public Accounts(AccountStore store) {
        this.store = store;
    }

    public Optional<Account> find(AccountSid sid) {
        return bySid.get(sid.value(), key -> store.account(sid));
    }

    /** By SID or by e-mail address. */
    public Optional<Account> findBySidOrEmail(String name) {
        if (name.contains("@")) {
            return byEmail.get(name.toLowerCase(Locale.ROOT), store::accountByEmail);
        }
        try {
            return find(new AccountSid(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether the caller is the account or an ancestor of it. */
    public boolean owns(Account caller, Account account) {
        Account at = account;
        for (int level = 0; level < MAX_DEPTH; level++) {
            if (at.sid().equals(caller.sid())) {
                return true;
            }
            Optional<Account> parent = at.parent().flatMap(this::find);
            if (parent.isEmpty()) {
                return false;
            }
            at = parent.get();
        }
        return false;
    }

    /** The account and all below it. */
    public Set<AccountSid> withDescendants(AccountSid top) {
        Set<AccountSid> family = new HashSet<>(Set.of(top));
        Set<AccountSid> level = Set.of(top);
        for (int depth = 0; depth < MAX_DEPTH && !level.isEmpty(); depth++) {
            Set<AccountSid> next = new HashSet<>();
            level.forEach(parent -> store.children(parent).forEach(child -> next.add(child.sid())));
            next.removeAll(family);
            family.addAll(next);
            level = next;
        }
        return family;
    }

    /** Creates; fails when there is one, and never replaces it. */
    public void add(Account account) {
        store.add(account);
        forgetCached();
    }

    /** Creates or replaces. */
    public void save(Account account) {
        store.save(account);
        forgetCached();
    }

    /** After accounts changed behind this object's back. */
    public void forgetCached() {
        bySid.clear();
        byEmail.clear();
    }
}
