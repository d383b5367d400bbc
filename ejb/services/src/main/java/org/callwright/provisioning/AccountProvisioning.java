package org.callwright.provisioning;

import static org.callwright.provisioning.ProvisioningException.Reason.ACCOUNT_CLOSED;
import static org.callwright.provisioning.ProvisioningException.Reason.BAD_VALUE;
import static org.callwright.provisioning.ProvisioningException.Reason.EMAIL_TAKEN;
import static org.callwright.provisioning.ProvisioningException.Reason.NOT_PERMITTED;
import static org.callwright.provisioning.ProvisioningException.Reason.NO_SUB_ACCOUNTS;
import static org.callwright.provisioning.ProvisioningException.Reason.WEAK_PASSWORD;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.callwright.accounts.Account;
import org.callwright.accounts.AccountStatus;
import org.callwright.accounts.AccountStore;
import org.callwright.accounts.Accounts;
import org.callwright.accounts.Digests;
import org.callwright.accounts.Organization;
import org.callwright.accounts.OrganizationSid;
import org.callwright.accounts.PasswordStrength;
import org.callwright.accounts.Retention;
import org.callwright.accounts.Role;
import org.callwright.accounts.TokenHash;
import org.callwright.call.value.RecordingFormat;

/**
 * Sub-accounts are made by their parent and changed by themselves or an ancestor. An account's SID comes from its e-mail
 * address and its token from its password. A change of status reaches all accounts below; a closed account gives up
 * what it has and is never changed again.
 */
@ApplicationScoped
public class AccountProvisioning {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s?=\\p{Cntrl}]{1,64}@[A-Za-z0-9.-]{1,255}");
    /** The address of the default super admin, which nobody else may have. */
    private static final String RESERVED_EMAIL = "administrator@company.com";

    private final AccountStore store;
    private final Accounts accounts;
    private final ClientProvisioning clients;
    private final AccountClosing closing;

    /** For the container's proxy. */
    protected AccountProvisioning() {
        this(null, null, null, null);
    }

    @Inject
    public AccountProvisioning(
            AccountStore store, Accounts accounts, ClientProvisioning clients, AccountClosing closing) {
        this.store = store;
        this.accounts = accounts;
        this.clients = clients;
        this.closing = closing;
    }

    /**
     * Makes a sub-account of the caller, and a SIP client by the name in front of its address.
     *
     * @throws ProvisioningException no valid or a taken address, a weak password, no level left, a role or organization
     *     that the caller may not give
     */
    @OnceMore
    @Transactional
    public Account create(Account caller, AccountRequest request) {
        String email = request.email().map(text -> text.toLowerCase(Locale.ROOT)).filter(
                text -> EMAIL.matcher(text).matches()).orElseThrow(
                        () -> new ProvisioningException(BAD_VALUE, "EmailAddress is not valid"));
        String password = request.password().orElseThrow(
                () -> new ProvisioningException(BAD_VALUE, "Password can not be null."));
        checkStrength(password);
        if (depth(caller) >= Accounts.MAX_DEPTH) {
            throw new ProvisioningException(NO_SUB_ACCOUNTS, "This account is not allowed to have sub-accounts");
        }
        if (email.equals(RESERVED_EMAIL) || store.accountByEmail(email).isPresent()
                || store.account(Account.sidOf(email)).isPresent()) {
            throw new ProvisioningException(
                    EMAIL_TAKEN, "The email address used for the new account is already in use.");
        }
        AccountStatus status = request.status().orElse(AccountStatus.ACTIVE);
        if (status == AccountStatus.CLOSED) {
            throw new ProvisioningException(BAD_VALUE, "Status of a new account can not be closed");
        }
        Instant now = Instant.now();
        Account account = new Account(Account.sidOf(email), organization(caller, request), Optional.of(caller.sid()),
                email, request.friendlyName().orElse(email), status, role(caller, request).orElse(caller.role()),
                TokenHash.of(Digests.md5Hex(password)), retention(caller, request, Optional.empty()),
                request.recordings().orElse(RecordingFormat.WAV), now, now);
        accounts.add(account);
        clients.follow(account, Optional.of(password));
        return account;
    }

    /**
     * Changes an account, and the status of all below it.
     *
     * @throws ProvisioningException the account is closed, the password weak, the role not the caller's to give, or the
     *     super admin would be locked out
     */
    @Transactional
    public Account change(Account caller, Account before, AccountRequest request) {
        if (before.status() == AccountStatus.CLOSED) {
            throw new ProvisioningException(ACCOUNT_CLOSED, "Account is closed");
        }
        request.password().ifPresent(AccountProvisioning::checkStrength);
        AccountStatus status = request.status().orElseGet(() ->
                request.password().isPresent() && before.status() == AccountStatus.UNINITIALIZED
                        ? AccountStatus.ACTIVE
                        : before.status());
        if (before.parent().isEmpty() && status != AccountStatus.ACTIVE) {
            throw new ProvisioningException(BAD_VALUE, "Status of the top account stays active");
        }
        Account after = new Account(before.sid(), before.organization(), before.parent(), before.email(),
                request.friendlyName().orElse(before.friendlyName()), status,
                role(caller, request).orElse(before.role()),
                request.password().map(Digests::md5Hex).map(TokenHash::of).orElse(before.token()),
                retention(caller, request, before.retention()),
                request.recordings().orElse(before.recordings()), before.created(), Instant.now());
        if (request.password().isPresent() || request.friendlyName().isPresent()) {
            clients.follow(after, request.password());
        }
        accounts.save(after);
        if (status != before.status()) {
            spread(after);
        }
        return after;
    }

    /** The new status for all below, but for closed ones; and what a closed account gives up. */
    private void spread(Account top) {
        accounts.withDescendants(top.sid()).stream()
                .filter(sid -> !sid.equals(top.sid()))
                .flatMap(sid -> store.account(sid).stream())
                .filter(account -> account.status() != AccountStatus.CLOSED)
                .forEach(account -> accounts.save(new Account(account.sid(), account.organization(), account.parent(),
                        account.email(), account.friendlyName(), top.status(), account.role(), account.token(),
                        account.retention(), account.recordings(), account.created(), top.updated())));
        if (top.status() == AccountStatus.CLOSED) {
            closing.release(accounts.withDescendants(top.sid()));
        }
    }

    private int depth(Account account) {
        int depth = 1;
        for (Account at = account; at.parent().isPresent() && depth <= Accounts.MAX_DEPTH; depth++) {
            at = accounts.find(at.parent().get()).orElseThrow();
        }
        return depth;
    }

    private OrganizationSid organization(Account caller, AccountRequest request) {
        OrganizationSid wanted = request.organization().orElse(caller.organization());
        if (!wanted.equals(caller.organization()) && !caller.superAdmin()) {
            throw new ProvisioningException(NOT_PERMITTED, "OrganizationSid may be set by the super admin only");
        }
        return store.organization(wanted).map(Organization::sid).orElseThrow(
                () -> new ProvisioningException(BAD_VALUE, "OrganizationSid is unknown"));
    }

    private static Optional<String> role(Account caller, AccountRequest request) {
        if (request.role().isPresent() && !caller.role().equals(Role.ADMINISTRATOR.roleName())) {
            throw new ProvisioningException(NOT_PERMITTED, "Only Administrator allowed");
        }
        return request.role().map(Role::roleName);
    }

    private static Optional<Retention> retention(
            Account caller, AccountRequest request, Optional<Retention> before) {
        if (!request.retention().equals(before) && !caller.role().equals(Role.ADMINISTRATOR.roleName())) {
            throw new ProvisioningException(NOT_PERMITTED, "Only Administrator allowed");
        }
        return request.retention();
    }

    private static void checkStrength(String password) {
        if (!PasswordStrength.enough(password)) {
            throw new ProvisioningException(WEAK_PASSWORD, "Password is too weak");
        }
    }
}
