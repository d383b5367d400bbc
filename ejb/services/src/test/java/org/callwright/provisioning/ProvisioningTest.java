package org.callwright.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.callwright.accounts.Account;
import org.callwright.accounts.AccountStatus;
import org.callwright.accounts.AccountStore;
import org.callwright.accounts.Accounts;
import org.callwright.accounts.Digests;
import org.callwright.accounts.Organization;
import org.callwright.accounts.OrganizationSid;
import org.callwright.accounts.Retention;
import org.callwright.accounts.Role;
import org.callwright.accounts.TokenHash;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.HttpMethod;
import org.callwright.call.value.InviteFacts;
import org.callwright.call.value.RecordingFormat;
import org.callwright.call.value.WebTarget;
import org.callwright.directory.ApplicationSid;
import org.callwright.directory.DirectoryStore;
import org.callwright.directory.Handler;
import org.callwright.directory.IncomingNumber;
import org.callwright.directory.NumberDirectory;
import org.callwright.directory.NumberFilter;
import org.callwright.directory.NumberOptions;
import org.callwright.directory.SipClient;
import org.callwright.directory.VoiceApplication;
import org.callwright.engine.port.Directory.Resolution;
import org.callwright.persistence.TestDatabase;
import org.callwright.persistence.TestStores;
import org.callwright.provisioning.ProvisioningException.Reason;
import org.callwright.records.Order;
import org.callwright.records.PageRequest;
import org.callwright.records.RecordArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rules of provisioning, on the real stores. */
class ProvisioningTest {

    private static final OrganizationSid DEFAULT = OrganizationSid.ofDomain("default");
    private static final String STRONG = "RestComm1234";
    private static final WebTarget VOICE = new WebTarget(URI.create("http://app.example/"), HttpMethod.GET);

    private final TestDatabase database = new TestDatabase();
    private final TestStores stores = new TestStores(database);
    private final AccountStore accountStore = stores.accounts();
    private final DirectoryStore directory = stores.directory();
    private final RecordArchive archive = stores.archive();
    private final Accounts accounts = new Accounts(accountStore);
    private final NumberDirectory routes = new NumberDirectory(directory, accountStore, accounts);
    private final Applications applications = new Applications(directory, routes);
    private final NumberProvisioning numbers = new NumberProvisioning(directory, routes, applications);
    private final ClientProvisioning clients = new ClientProvisioning(directory, accountStore, applications);
    private final Set<AccountSid> closed = new HashSet<>();
    private AccountProvisioning provisioning;
    private Account top;

    @BeforeEach
    void start() {
        provisioning = new AccountProvisioning(
                accountStore, accounts, clients, new AccountClosing(directory, routes, archive, closed::addAll));
        accountStore.save(new Organization(DEFAULT, "default", Instant.EPOCH, Instant.EPOCH));
        top = new Account(Account.sidOf("top@a.example"), DEFAULT, Optional.empty(), "top@a.example", "Top",
                AccountStatus.ACTIVE, "Administrator", TokenHash.of("t"), Instant.EPOCH, Instant.EPOCH);
        accounts.save(top);
    }

    @AfterEach
    void stop() {
        database.close();
    }

    private static AccountRequest wanted(String email, String password) {
        return new AccountRequest(Optional.of(email), Optional.of(password), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static AccountRequest status(AccountStatus status) {
        return new AccountRequest(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(status),
                Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static AccountRequest role(Role role) {
        return new AccountRequest(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.of(role), Optional.empty(), Optional.empty());
    }

    private static AccountRequest retention(Optional<Retention> retention) {
        return new AccountRequest(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), retention);
    }

    private Account child(Account parent, String email) {
        return provisioning.create(parent, wanted(email, STRONG));
    }

    private Account reread(Account account) {
        return accountStore.account(account.sid()).orElseThrow();
    }

    private static void refused(Reason reason, ThrowingCallable change) {
        assertThatThrownBy(change).isInstanceOfSatisfying(ProvisioningException.class,
                refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    private IncomingNumber number(Account account, String text, boolean sip, Optional<ApplicationSid> application) {
        IncomingNumber number = new IncomingNumber(NumberProvisioning.newSid(), account.sid(), account.organization(),
                NumberProvisioning.normalized(text, sip), text, sip, Optional.of(VOICE), Optional.empty(),
                Optional.empty(), application, NumberOptions.DEFAULT, Instant.EPOCH, Instant.EPOCH);
        numbers.create(number);
        return number;
    }

    private VoiceApplication application(Account account) {
        VoiceApplication application = new VoiceApplication(Applications.newSid(), account.sid(), "App",
                Optional.of(URI.create("http://app.example/rcml")), VoiceApplication.Kind.VOICE, false, Instant.EPOCH,
                Instant.EPOCH);
        applications.save(application);
        return application;
    }

    private Optional<WebTarget> voiceOf(String dialled) {
        Resolution resolution = routes.resolve(new InviteFacts("a", dialled, "default", Optional.empty(),
                Optional.empty(), List.of(), "call-1", "192.0.2.1:5060"));
        return resolution instanceof Resolution.Found found ? found.destination().voice() : Optional.empty();
    }

    @Test
    void subAccountShouldComeWithTokenSidAndClient() {
        Account child = child(top, "Child@A.example");
        assertThat(child.sid()).isEqualTo(Account.sidOf("child@a.example"));
        assertThat(child.token().matches(STRONG)).isTrue();
        assertThat(child.token().matches(Digests.md5Hex(STRONG))).isTrue();
        SipClient client = directory.client(DEFAULT, "child").orElseThrow();
        assertThat(client.account()).isEqualTo(child.sid());
        assertThat(client.ha1Md5()).isEqualTo(Digests.md5Hex("child:default:" + STRONG));

        provisioning.change(top, child, new AccountRequest(Optional.empty(), Optional.of("AnotherOne77"),
                Optional.of("Kid"), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(reread(child).token().matches("AnotherOne77")).isTrue();
        assertThat(directory.client(client.sid()).orElseThrow().ha1Md5())
                .isEqualTo(Digests.md5Hex("child:default:AnotherOne77"));
        assertThat(directory.client(client.sid()).orElseThrow().friendlyName()).isEqualTo("Kid");
    }

    @Test
    void badSubAccountsShouldBeRefused() {
        refused(Reason.BAD_VALUE, () -> child(top, "a?b@a.example"));
        refused(Reason.BAD_VALUE, () -> child(top, "nobody"));
        refused(Reason.EMAIL_TAKEN, () -> child(top, "Top@a.example"));
        refused(Reason.EMAIL_TAKEN, () -> child(top, "administrator@company.com"));
        refused(Reason.WEAK_PASSWORD, () -> provisioning.create(top, wanted("c@a.example", "1234")));
        Account second = child(top, "second@a.example");
        Account third = child(second, "third@a.example");
        refused(Reason.NO_SUB_ACCOUNTS, () -> child(third, "fourth@a.example"));
        refused(Reason.NOT_PERMITTED, () -> provisioning.create(second, new AccountRequest(Optional.of("x@a.example"),
                Optional.of(STRONG), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.of(OrganizationSid.ofDomain("elsewhere")), Optional.empty())));
    }

    @Test
    void onlyAdministratorsShouldGiveRoles() {
        Account developer = provisioning.create(top, new AccountRequest(Optional.of("dev@a.example"),
                Optional.of(STRONG), Optional.empty(), Optional.empty(), Optional.of(Role.DEVELOPER), Optional.empty(),
                Optional.empty()));
        assertThat(developer.role()).isEqualTo("Developer");
        assertThat(child(developer, "devs@a.example").role()).isEqualTo("Developer");
        refused(Reason.NOT_PERMITTED, () -> provisioning.change(developer, developer, role(Role.ADMINISTRATOR)));
        assertThat(provisioning.change(top, developer, role(Role.ADMINISTRATOR)).role()).isEqualTo("Administrator");
    }

    @Test
    void retentionShouldBeSetKeptAndLeftToTheServerByAdministratorsOnly() {
        Account developer = provisioning.create(top, new AccountRequest(Optional.of("dev@a.example"),
                Optional.of(STRONG), Optional.empty(), Optional.empty(), Optional.of(Role.DEVELOPER), Optional.empty(),
                Optional.of(new Retention(30))));
        assertThat(reread(developer).retention()).contains(new Retention(30));
        refused(Reason.NOT_PERMITTED, () -> provisioning.change(developer, developer, retention(Optional.empty())));
        AccountRequest rename = new AccountRequest(Optional.empty(), Optional.empty(), Optional.of("Dev"),
                Optional.empty(), Optional.empty(), Optional.empty(), developer.retention());
        assertThat(provisioning.change(developer, developer, rename).retention()).contains(new Retention(30));
        provisioning.change(top, reread(developer), retention(Optional.of(Retention.FOR_EVER)));
        assertThat(reread(developer).retention()).contains(Retention.FOR_EVER);
        provisioning.change(top, reread(developer), retention(Optional.empty()));
        assertThat(reread(developer).retention()).isEmpty();
    }

    @Test
    void formatOfRecordingsShouldBeSetAndOutliveOtherChanges() {
        Account second = child(top, "second@a.example");
        Account third = child(second, "third@a.example");
        assertThat(third.recordings()).isEqualTo(RecordingFormat.WAV);
        provisioning.change(top, third, new AccountRequest(Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.of(RecordingFormat.GSM)));
        provisioning.change(top, reread(third), retention(Optional.of(new Retention(7))));
        provisioning.change(top, second, status(AccountStatus.SUSPENDED));
        assertThat(reread(third).recordings()).isEqualTo(RecordingFormat.GSM);
    }

    @Test
    void retentionShouldOutliveAChangeOfStatusFromAbove() {
        Account second = child(top, "second@a.example");
        Account third = child(second, "third@a.example");
        provisioning.change(top, third, retention(Optional.of(new Retention(7))));
        provisioning.change(top, second, status(AccountStatus.SUSPENDED));
        assertThat(reread(third).status()).isEqualTo(AccountStatus.SUSPENDED);
        assertThat(reread(third).retention()).contains(new Retention(7));
    }

    @Test
    void statusShouldReachAllBelowAndPasswordShouldWakeTheUninitialized() {
        Account second = child(top, "second@a.example");
        Account third = child(second, "third@a.example");
        provisioning.change(top, second, status(AccountStatus.SUSPENDED));
        assertThat(reread(third).status()).isEqualTo(AccountStatus.SUSPENDED);
        provisioning.change(top, reread(third), status(AccountStatus.UNINITIALIZED));
        provisioning.change(top, reread(third), wanted("ignored@a.example", "AnotherOne77"));
        assertThat(reread(third).status()).isEqualTo(AccountStatus.ACTIVE);
        assertThat(reread(third).email()).isEqualTo("third@a.example");
        refused(Reason.BAD_VALUE, () -> provisioning.change(top, top, status(AccountStatus.SUSPENDED)));
    }

    @Test
    void closedAccountShouldGiveUpWhatItHasForEver() {
        Account second = child(top, "second@a.example");
        Account third = child(second, "third@a.example");
        number(third, "5551000", true, Optional.empty());
        application(third);
        assertThat(voiceOf("5551000")).isPresent();

        provisioning.change(top, second, status(AccountStatus.CLOSED));
        assertThat(reread(third).status()).isEqualTo(AccountStatus.CLOSED);
        assertThat(voiceOf("5551000")).isEmpty();
        assertThat(directory.clients(third.sid())).isEmpty();
        assertThat(directory.applications(third.sid())).isEmpty();
        assertThat(closed).as("their recordings go").containsExactlyInAnyOrder(second.sid(), third.sid());
        refused(Reason.ACCOUNT_CLOSED, () -> provisioning.change(top, reread(third), status(AccountStatus.ACTIVE)));
    }

    @Test
    void clientShouldBeMadeOncePerAccountAndBelongToOne() {
        Account second = child(top, "second@a.example");
        ClientRequest alice = new ClientRequest("alice", Optional.of(STRONG), "Alice", true, Optional.of(VOICE),
                Optional.of(VOICE), Optional.empty());
        SipClient made = clients.create(top, alice);
        assertThat(clients.create(top, alice)).isEqualTo(directory.client(made.sid()).orElseThrow());
        assertThat(directory.clients(top.sid())).hasSize(1);
        refused(Reason.LOGIN_TAKEN, () -> clients.create(second, alice));
        refused(Reason.WEAK_PASSWORD, () -> clients.create(top, new ClientRequest("bob", Optional.of("1234"), "Bob",
                true, Optional.empty(), Optional.empty(), Optional.empty())));
        refused(Reason.BAD_VALUE, () -> clients.create(top, new ClientRequest("b=ob", Optional.of(STRONG), "Bob",
                true, Optional.empty(), Optional.empty(), Optional.empty())));
        SipClient changed = clients.change(top, made, new ClientRequest("alice", Optional.empty(), "Al", false,
                Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(changed.ha1Md5()).isEqualTo(made.ha1Md5());
        assertThat(directory.client(made.sid()).orElseThrow().enabled()).isFalse();
        clients.remove(changed);
        assertThat(directory.client(made.sid())).isEmpty();
    }

    @Test
    void numberShouldBeNormalizedAndTakenOnce() {
        assertThat(number(top, "(212) 555-1234", false, Optional.empty()).number()).isEqualTo("+12125551234");
        Account second = child(top, "second@a.example");
        refused(Reason.NUMBER_TAKEN, () -> number(second, "+12125551234", false, Optional.empty()));
        refused(Reason.BAD_VALUE, () -> number(top, "hotline", false, Optional.empty()));
        refused(Reason.BAD_VALUE, () -> number(top, "[", true, Optional.empty()));
        number(top, "hotline", true, Optional.empty());
        number(top, "*", true, Optional.empty());
        refused(Reason.NUMBER_TAKEN, () -> number(second, "hotline", true, Optional.empty()));
        PageRequest byName = new PageRequest(0, 2, OptionalInt.empty(), Optional.empty(),
                new Order("PhoneNumber", true));
        NumberFilter all = new NumberFilter(accounts.withDescendants(top.sid()), Optional.empty(), Optional.empty());
        assertThat(directory.numbers(all, byName).total()).isEqualTo(3);
        assertThat(directory.numbers(all, byName).rows()).extracting(IncomingNumber::number)
                .containsExactly("hotline", "+12125551234");
        assertThat(directory.numbers(new NumberFilter(all.accounts(), Optional.of("+1212%"), Optional.empty()), byName)
                .total()).isEqualTo(1);
    }

    @Test
    void applicationShouldGoBeforeTheVoiceUrlUntilItIsRemoved() {
        VoiceApplication application = application(top);
        IncomingNumber number = number(top, "5551000", true, Optional.of(application.sid()));
        assertThat(voiceOf("5551000")).contains(new WebTarget(URI.create("http://app.example/rcml"), HttpMethod.GET));
        assertThat(directory.numbersOf(application.sid())).extracting(IncomingNumber::sid).contains(number.sid());
        applications.remove(application);
        assertThat(voiceOf("5551000")).contains(VOICE);
        assertThat(directory.number(number.sid()).orElseThrow().application()).isEmpty();
    }

    @Test
    void applicationOfAnotherAccountShouldBeRefused() {
        Account second = child(top, "second@a.example");
        ApplicationSid foreign = application(second).sid();
        refused(Reason.BAD_VALUE, () -> number(top, "5551000", true, Optional.of(foreign)));
        refused(Reason.BAD_VALUE, () -> clients.create(top, new ClientRequest("alice", Optional.of(STRONG), "Alice",
                true, Optional.empty(), Optional.empty(), Optional.of(foreign))));
    }

    @Test
    void optionsOfANumberShouldComeBackFromTheDatabase() {
        ApplicationSid application = application(top).sid();
        Handler sms = new Handler(Optional.of(VOICE), Optional.of(VOICE), Optional.of(application));
        NumberOptions options = new NumberOptions(sms, Handler.NONE,
                new Handler(Optional.of(VOICE), Optional.empty(), Optional.of(application)), true,
                new NumberOptions.Capabilities(true, true, false, true));
        IncomingNumber number = new IncomingNumber(NumberProvisioning.newSid(), top.sid(), DEFAULT, "77", "77", true,
                Optional.of(VOICE), Optional.of(VOICE), Optional.of(VOICE), Optional.of(application), options,
                Instant.EPOCH, Instant.EPOCH);
        numbers.create(number);
        assertThat(directory.number(number.sid())).contains(number);
        numbers.remove(number);
        assertThat(directory.number(number.sid())).isEmpty();
    }
}
