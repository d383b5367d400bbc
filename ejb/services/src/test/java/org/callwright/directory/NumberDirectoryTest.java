package org.callwright.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.callwright.accounts.Account;
import org.callwright.accounts.AccountStatus;
import org.callwright.accounts.Accounts;
import org.callwright.accounts.Digests;
import org.callwright.accounts.MemoryAccounts;
import org.callwright.accounts.Organization;
import org.callwright.accounts.OrganizationSid;
import org.callwright.accounts.TokenHash;
import org.callwright.call.value.HttpMethod;
import org.callwright.call.value.InviteFacts;
import org.callwright.call.value.PhoneNumberSid;
import org.callwright.call.value.RecordingFormat;
import org.callwright.call.value.WebTarget;
import org.callwright.engine.port.Directory.Resolution;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NumberDirectoryTest {

    private static final OrganizationSid DEFAULT = OrganizationSid.ofDomain("default");
    private static final OrganizationSid ACME = OrganizationSid.ofDomain("acme.example");

    private final MemoryAccounts accounts = new MemoryAccounts();
    private final MemoryDirectory store = new MemoryDirectory();
    private final NumberDirectory directory = new NumberDirectory(store, accounts, new Accounts(accounts));

    @BeforeEach
    void accounts() {
        accounts.save(new Organization(DEFAULT, "default", Instant.EPOCH, Instant.EPOCH));
        accounts.save(new Organization(ACME, "acme.example", Instant.EPOCH, Instant.EPOCH));
        account(AccountStatus.ACTIVE);
    }

    private Account account(AccountStatus status) {
        Account account = new Account(Account.sidOf("a@b"), DEFAULT, Optional.empty(), "a@b", "A", status,
                "Administrator", TokenHash.of("t"), Instant.EPOCH, Instant.EPOCH);
        accounts.save(account);
        return account;
    }

    private void number(OrganizationSid organization, String number, boolean sip) {
        store.save(new IncomingNumber(new PhoneNumberSid("PN" + Digests.md5Hex(organization + number)),
                Account.sidOf("a@b"), organization, number, number, sip,
                Optional.of(new WebTarget(URI.create("http://app.example/"), HttpMethod.POST)), Optional.empty(),
                Optional.empty(), Instant.EPOCH, Instant.EPOCH));
    }

    private void numbers(String... numbers) {
        List.of(numbers).forEach(number -> number(DEFAULT, number, true));
    }

    private Resolution resolve(String to, String host) {
        return directory.resolve(new InviteFacts("alice", to, host, Optional.empty(), Optional.empty(), List.of(),
                "call-1", "192.0.2.1:5060"));
    }

    /** The text of the number that is found, or an empty text. */
    private String found(String to, String host) {
        return resolve(to, host) instanceof Resolution.Found found
                ? store.numbers(List.of("+15551000", "+12125551234", "15551000", "2125551234", "7777|8888", "999...",
                        "^*77...33#$", "[45]234[23]", "9.....", "*", "hotline")).stream()
                        .filter(number -> number.sid().equals(found.destination().number()))
                        .findFirst().orElseThrow().number()
                : "";
    }

    @Test
    void destinationShouldHaveTheFormatOfTheAccountsRecordings() {
        Account account = account(AccountStatus.ACTIVE);
        accounts.save(new Account(account.sid(), account.organization(), account.parent(), account.email(), "A",
                account.status(), account.role(), account.token(), Optional.empty(), RecordingFormat.GSM,
                Instant.EPOCH, Instant.EPOCH));
        numbers("+15551000");
        assertThat(resolve("+15551000", "192.0.2.9")).isInstanceOfSatisfying(Resolution.Found.class,
                found -> assertThat(found.destination().recordings()).isEqualTo(RecordingFormat.GSM));
    }

    @Test
    void numberShouldBeFoundAsDialledWithAndWithoutPlusAndAsUsNumber() {
        numbers("+15551000", "+12125551234", "hotline");
        for (String dialled : new String[] {"+15551000", "15551000"}) {
            assertThat(found(dialled, "127.0.0.1")).as(dialled).isEqualTo("+15551000");
        }
        for (String dialled : new String[] {"+12125551234", "12125551234", "2125551234"}) {
            assertThat(found(dialled, "127.0.0.1")).as(dialled).isEqualTo("+12125551234");
        }
        assertThat(found("hotline", "127.0.0.1")).isEqualTo("hotline");
        assertThat(resolve("+4930123456", "127.0.0.1")).isInstanceOf(Resolution.Unknown.class);
    }

    @Test
    void numberAsDialledShouldGoBeforeOtherSpellings() {
        numbers("+15551000", "15551000");
        assertThat(found("15551000", "127.0.0.1")).isEqualTo("15551000");
        assertThat(found("+15551000", "127.0.0.1")).isEqualTo("+15551000");
    }

    @Test
    void patternsShouldBeTriedLongestFirstAndTheCatchAllLast() {
        numbers("7777|8888", "999...", "9.....", "^*77...33#$", "[45]234[23]", "*");
        assertThat(found("8888", "127.0.0.1")).isEqualTo("7777|8888");
        assertThat(found("*7712333#", "127.0.0.1")).isEqualTo("^*77...33#$");
        assertThat(found("52342", "127.0.0.1")).isEqualTo("[45]234[23]");
        assertThat(found("999123", "127.0.0.1")).isIn("999...", "9.....");
        assertThat(found("1", "127.0.0.1")).isEqualTo("*");
        assertThat(resolve("someone", "127.0.0.1")).isInstanceOf(Resolution.Unknown.class);
    }

    @Test
    void sipNumbersShouldStayInTheirOrganizationAndOthersNot() {
        number(ACME, "+15551000", true);
        number(ACME, "+12125551234", false);
        number(DEFAULT, "hotline", true);
        assertThat(resolve("+15551000", "acme.example")).isInstanceOf(Resolution.Found.class);
        assertThat(resolve("+12125551234", "default")).isInstanceOf(Resolution.Found.class);
        assertThat(resolve("hotline", "ACME.example")).isInstanceOf(Resolution.Unknown.class);
        assertThat(resolve("+15551000", "192.0.2.9")).as("a host that is nobody's").isInstanceOf(Resolution.Found.class);
    }

    @Test
    void numberOfAnAccountThatIsNotActiveShouldBeForbidden() {
        numbers("+15551000");
        account(AccountStatus.SUSPENDED);
        assertThat(resolve("+15551000", "127.0.0.1"))
                .isEqualTo(new Resolution.Forbidden(Account.sidOf("a@b"), "account is suspended"));
    }

    @Test
    void sameQuestionShouldBeAskedOnceUntilSomethingChanges() {
        numbers("+15551000");
        resolve("+15551000", "127.0.0.1");
        resolve("+15551000", "127.0.0.1");
        assertThat(store.asked).isEqualTo(1);
        directory.forgetCached();
        resolve("+15551000", "127.0.0.1");
        assertThat(store.asked).isEqualTo(2);
    }

    @Test
    void patternsThatCouldTakeLongOrMeanNothingShouldBeRefused() {
        for (String bad : new String[] {"(a+)+", "[", "x.y", "1{9}", ""}) {
            assertThatThrownBy(() -> new NumberPattern(bad)).as(bad).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
