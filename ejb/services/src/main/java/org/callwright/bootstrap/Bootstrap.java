package org.callwright.bootstrap;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.callwright.accounts.Account;
import org.callwright.accounts.AccountStatus;
import org.callwright.accounts.AccountStore;
import org.callwright.accounts.Accounts;
import org.callwright.accounts.Organization;
import org.callwright.accounts.OrganizationSid;
import org.callwright.accounts.Role;
import org.callwright.accounts.TokenHash;
import org.callwright.bootstrap.BootstrapFile.AccountEntry;
import org.callwright.bootstrap.BootstrapFile.OrganizationEntry;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.RecordingFormat;
import org.callwright.directory.DirectoryStore;
import org.callwright.telesign.CustomerStore;
import org.callwright.tms.TmsAccountStore;

/**
 * Creates or updates what the operator named, by natural key: accounts by SID, organizations by domain; numbers and
 * clients are {@link BootstrapNumbers}' part, customers of the TeleSign dialect {@link BootstrapTelesign}'s and users of
 * the TMS dialect {@link BootstrapTms}'s. Doing it twice changes nothing the second time, and a field that an entry
 * leaves out keeps its value. Nothing is ever removed but what a list that is given does not have any more.
 */
final class Bootstrap {

    static final String ADMIN_EMAIL = "administrator@company.com";

    private final AccountStore accounts;
    private final BootstrapNumbers numbers;
    private final BootstrapTelesign telesign;
    private final BootstrapTms tms;
    private final Clock clock;

    Bootstrap(AccountStore accounts, DirectoryStore directory, CustomerStore customers, TmsAccountStore tms,
            Clock clock) {
        this.accounts = accounts;
        this.numbers = new BootstrapNumbers(directory, clock);
        this.telesign = new BootstrapTelesign(customers, clock);
        this.tms = new BootstrapTms(tms);
        this.clock = clock;
    }

    /** The top of the account tree, with this token from now on. */
    Account superAdmin(String sidText, String token) {
        AccountSid sid;
        try {
            sid = new AccountSid(sidText);
        } catch (IllegalArgumentException e) {
            throw new BootstrapException("CALLWRIGHT_ADMIN_SID", "must be AC and 32 lower-case hexadecimal digits");
        }
        OrganizationSid organization = organization(Organization.DEFAULT_DOMAIN);
        Optional<Account> present = accounts.account(sid);
        Instant now = clock.instant();
        if (present.isEmpty()) {
            refuseTakenEmail("CALLWRIGHT_ADMIN_SID", ADMIN_EMAIL, sid);
        }
        Account before = present.orElseGet(() -> new Account(sid, organization, Optional.empty(), ADMIN_EMAIL,
                "Default Administrator Account", AccountStatus.ACTIVE, Role.ADMINISTRATOR.roleName(),
                TokenHash.of(token), now, now));
        Account after = new Account(sid, before.organization(), Optional.empty(), before.email(),
                before.friendlyName(), AccountStatus.ACTIVE, Role.ADMINISTRATOR.roleName(),
                keptOrNew(before.token(), token), before.retention(), before.recordings(), before.created(),
                before.updated());
        return saved(present, after);
    }

    /** All that the file says; accounts in an order in which a parent comes before its children. */
    void apply(BootstrapFile file, Account superAdmin) {
        for (OrganizationEntry entry : file.organizations()) {
            organization(entry.domain());
        }
        Deque<AccountEntry> open = new ArrayDeque<>(file.accounts());
        List<AccountEntry> waiting = new ArrayList<>();
        while (!open.isEmpty()) {
            AccountEntry entry = open.poll();
            Optional<Account> parent = parent(entry, superAdmin);
            if (parent.isPresent() || entry.sid().equals(superAdmin.sid())) {
                apply(entry, parent, superAdmin);
                open.addAll(waiting);
                waiting.clear();
            } else {
                waiting.add(entry);
            }
        }
        file.telesign().ifPresent(telesign::apply);
        if (!waiting.isEmpty()) {
            throw new BootstrapException(waiting.get(0).path() + ".parent", "is no account that exists or is made here");
        }
    }

    private void apply(AccountEntry entry, Optional<Account> parent, Account superAdmin) {
        boolean top = entry.sid().equals(superAdmin.sid());
        if (top && (entry.parent().isPresent() || entry.token().isPresent())) {
            throw new BootstrapException(entry.path(), "the super admin has no parent, and its token is set elsewhere");
        }
        Optional<Account> present = accounts.account(entry.sid());
        refuseTakenEmail(entry.path() + ".email", entry.email(), entry.sid());
        parent.ifPresent(p -> refuseDepth(entry, p));
        Instant now = clock.instant();
        TokenHash token = entry.token()
                .map(text -> present.map(a -> keptOrNew(a.token(), text)).orElseGet(() -> TokenHash.of(text)))
                .or(() -> present.map(Account::token))
                .orElseThrow(() -> new BootstrapException(entry.path() + ".token", "is missing"));
        Account account = saved(present, new Account(
                entry.sid(),
                entry.organization().map(this::organization)
                        .or(() -> present.map(Account::organization))
                        .orElseGet(() -> parent.orElse(superAdmin).organization()),
                top ? Optional.empty() : parent.map(Account::sid),
                entry.email(),
                entry.friendlyName().or(() -> present.map(Account::friendlyName)).orElse(entry.email()),
                entry.status().or(() -> present.map(Account::status)).orElse(AccountStatus.ACTIVE),
                entry.role().map(Role::roleName).or(() -> present.map(Account::role))
                        .orElse(Role.ADMINISTRATOR.roleName()),
                token,
                entry.retention().or(() -> present.flatMap(Account::retention)),
                entry.recordings().or(() -> present.map(Account::recordings)).orElse(RecordingFormat.WAV),
                present.map(Account::created).orElse(now),
                present.map(Account::updated).orElse(now)));
        entry.numbers().forEach(number -> numbers.apply(number, account));
        entry.clients().forEach(client -> numbers.apply(client, account, domainOf(account)));
        entry.telesign().forEach(customer -> telesign.apply(customer, account));
        entry.tms().ifPresent(tokens -> tms.apply(tokens, account));
        entry.tmsRetention().ifPresent(retention -> tms.apply(retention, account));
    }

    private Optional<Account> parent(AccountEntry entry, Account superAdmin) {
        if (entry.parent().isEmpty()) {
            Optional<Account> kept = accounts.account(entry.sid()).flatMap(Account::parent).flatMap(accounts::account);
            return Optional.of(kept.orElse(superAdmin));
        }
        String name = entry.parent().get();
        if (name.contains("@")) {
            return accounts.accountByEmail(name.toLowerCase(Locale.ROOT));
        }
        try {
            return accounts.account(new AccountSid(name));
        } catch (IllegalArgumentException e) {
            throw new BootstrapException(entry.path() + ".parent", "must be an account's SID or e-mail address");
        }
    }

    private void refuseDepth(AccountEntry entry, Account parent) {
        int level = 2;
        for (Account at = parent; at.parent().isPresent(); level++) {
            if (at.sid().equals(entry.sid()) || level > Accounts.MAX_DEPTH) {
                throw new BootstrapException(
                        entry.path() + ".parent", "there are " + Accounts.MAX_DEPTH + " levels of accounts, no more");
            }
            at = accounts.account(at.parent().get()).orElseThrow();
        }
        if (level > Accounts.MAX_DEPTH || parent.sid().equals(entry.sid())) {
            throw new BootstrapException(
                    entry.path() + ".parent", "there are " + Accounts.MAX_DEPTH + " levels of accounts, no more");
        }
    }

    private void refuseTakenEmail(String path, String email, AccountSid sid) {
        accounts.accountByEmail(email).filter(other -> !other.sid().equals(sid)).ifPresent(other -> {
            throw new BootstrapException(path, "the e-mail address belongs to " + other.sid());
        });
    }

    private String domainOf(Account account) {
        return accounts.organization(account.organization()).map(Organization::domain).orElseThrow();
    }

    private OrganizationSid organization(String domain) {
        Optional<Organization> present = accounts.organizationByDomain(domain);
        if (present.isEmpty()) {
            Instant now = clock.instant();
            accounts.save(new Organization(OrganizationSid.ofDomain(domain), domain, now, now));
        }
        return present.map(Organization::sid).orElseGet(() -> OrganizationSid.ofDomain(domain));
    }

    private Account saved(Optional<Account> before, Account after) {
        if (before.filter(after::equals).isPresent()) {
            return after;
        }
        Account now = new Account(after.sid(), after.organization(), after.parent(), after.email(),
                after.friendlyName(), after.status(), after.role(), after.token(), after.retention(), after.recordings(),
                after.created(), clock.instant());
        accounts.save(now);
        return now;
    }

    private static TokenHash keptOrNew(TokenHash kept, String token) {
        return kept.matches(token) ? kept : TokenHash.of(token);
    }
}
