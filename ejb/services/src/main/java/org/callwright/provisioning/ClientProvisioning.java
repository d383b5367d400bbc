package org.callwright.provisioning;

import static org.callwright.provisioning.ProvisioningException.Reason.BAD_VALUE;
import static org.callwright.provisioning.ProvisioningException.Reason.LOGIN_TAKEN;
import static org.callwright.provisioning.ProvisioningException.Reason.WEAK_PASSWORD;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.callwright.accounts.Account;
import org.callwright.accounts.AccountStore;
import org.callwright.accounts.Digests;
import org.callwright.accounts.Organization;
import org.callwright.accounts.PasswordStrength;
import org.callwright.directory.DirectoryStore;
import org.callwright.directory.SipClient;

/** SIP clients: a login is unique in its organization, and a password is kept as what digest authentication needs. */
@ApplicationScoped
public class ClientProvisioning {

    private static final Pattern LOGIN = Pattern.compile("[^?=@\\s:<>\"\\p{Cntrl}]{1,128}");

    private final DirectoryStore directory;
    private final AccountStore accounts;
    private final Applications applications;

    /** For the container's proxy. */
    protected ClientProvisioning() {
        this(null, null, null);
    }

    @Inject
    public ClientProvisioning(DirectoryStore directory, AccountStore accounts, Applications applications) {
        this.directory = directory;
        this.accounts = accounts;
        this.applications = applications;
    }

    /**
     * Makes a client; when the account has one by this login, that one is the answer, unchanged.
     *
     * @throws ProvisioningException an invalid or taken login, or a weak password
     */
    @OnceMore
    @Transactional
    public SipClient create(Account account, ClientRequest request) {
        if (!LOGIN.matcher(request.login()).matches()) {
            throw new ProvisioningException(BAD_VALUE, "Login is invalid: it must not have spaces nor ? = @");
        }
        String password = request.password().orElseThrow(
                () -> new ProvisioningException(BAD_VALUE, "Password can not be null."));
        checkStrength(password);
        Optional<SipClient> present = directory.client(account.organization(), request.login());
        if (present.filter(client -> !client.account().equals(account.sid())).isPresent()) {
            throw new ProvisioningException(LOGIN_TAKEN, "The login belongs to another account");
        }
        return present.orElseGet(() -> saved(account, NewSids.withPrefix("CL"), request, Instant.now()));
    }

    /** @throws ProvisioningException a weak password, or an application of another account */
    @Transactional
    public SipClient change(Account account, SipClient before, ClientRequest request) {
        request.password().ifPresent(ClientProvisioning::checkStrength);
        if (request.password().isPresent()) {
            return saved(account, before.sid(), request, before.created());
        }
        applications.check(account.sid(), request.application());
        return save(new SipClient(before.sid(), before.account(), before.organization(), before.login(),
                request.friendlyName(), before.ha1Md5(), before.ha1Sha256(), request.enabled(), request.voice(),
                request.fallback(), request.application(), before.created(), Instant.now()));
    }

    @Transactional
    public void remove(SipClient client) {
        directory.remove(client);
    }

    /**
     * The client that belongs to the account itself, by the name in front of its e-mail address, gets the account's
     * password and name. It is made with the account, unless somebody else in the organization has the login.
     */
    void follow(Account account, Optional<String> password) {
        String login = account.email().substring(0, account.email().indexOf('@'));
        Optional<SipClient> present = directory.client(account.organization(), login);
        if (present.isPresent() && !present.get().account().equals(account.sid()) || !LOGIN.matcher(login).matches()) {
            return;
        }
        if (present.isPresent()) {
            SipClient client = present.get();
            change(account, client, new ClientRequest(login, password, account.friendlyName(), client.enabled(),
                    client.voice(), client.fallback(), client.application()));
        } else if (password.isPresent()) {
            saved(account, NewSids.withPrefix("CL"), new ClientRequest(login, password, account.friendlyName(), true,
                    Optional.empty(), Optional.empty(), Optional.empty()), Instant.now());
        }
    }

    private SipClient saved(Account account, String sid, ClientRequest request, Instant created) {
        applications.check(account.sid(), request.application());
        String realm = accounts.organization(account.organization()).map(Organization::domain).orElseThrow();
        String secret = request.login() + ":" + realm + ":" + request.password().orElseThrow();
        return save(new SipClient(sid, account.sid(), account.organization(), request.login(), request.friendlyName(),
                Digests.md5Hex(secret), Digests.sha256Hex(secret), request.enabled(), request.voice(),
                request.fallback(), request.application(), created, Instant.now()));
    }

    private SipClient save(SipClient client) {
        directory.save(client);
        return client;
    }

    private static void checkStrength(String password) {
        if (!PasswordStrength.enough(password)) {
            throw new ProvisioningException(WEAK_PASSWORD, "Password is too weak");
        }
    }
}
