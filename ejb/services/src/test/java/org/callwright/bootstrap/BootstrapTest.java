package org.callwright.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callwright.accounts.Account;
import org.callwright.accounts.AccountStatus;
import org.callwright.accounts.Digests;
import org.callwright.accounts.OrganizationSid;
import org.callwright.accounts.Retention;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.HttpMethod;
import org.callwright.call.value.RecordingFormat;
import org.callwright.directory.IncomingNumber;
import org.callwright.persistence.TestDatabase;
import org.callwright.persistence.TestStores;
import org.callwright.settings.Settings;
import org.callwright.telesign.Customer;
import org.callwright.telesign.CustomerStore;
import org.callwright.telesign.MessageType;
import org.callwright.telesign.PrefixRule;
import org.callwright.telesign.Terms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bootstrap file, against the real stores. */
class BootstrapTest {

    private static final String ADMIN = "ACae6e420f425248d6a26948c17a9e2acf";
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final String WORLD = """
            {"organizations": [{"domain": "Acme.example"}],
             "accounts": [
              {"email": "child@acme.example", "token": "child-token", "parent": "ops@acme.example"},
              {"email": "Ops@acme.example", "token": "acme-token", "friendlyName": "Acme", "organization": "acme.example",
               "role": "Developer", "status": "Active", "recordingRetentionDays": 30,
               "recordingFormat": "gsm",
               "numbers": [{"phoneNumber": "+15551000", "sip": true, "voiceUrl": "http://app.example/v?x=1",
                            "voiceMethod": "GET", "fallbackUrl": "http://app.example/f",
                            "statusCallback": "http://app.example/s"},
                           {"phoneNumber": "*"}],
               "clients": [{"login": "alice", "password": "wonderland", "voiceUrl": "http://app.example/a"}],
               "telesign": [{"customerId": "c-1", "apiKey": "a2V5", "callbackUrl": "http://app.example/t",
                             "callerIds": ["+15551000"], "allowedAddresses": ["127.0.0.1", "10.0.0.0/8"],
                             "blockedNumbers": ["+15559999"]}],
               "tms": [{"token": "a-long-tms-token-1", "fromNumbers": ["+15551000", "+15551001"]},
                       {"token": "a-long-tms-token-2", "fromNumbers": ["+15551001"]}]}]}
            """;

    private final TestDatabase database = new TestDatabase();
    private final TestStores stores = new TestStores(database);

    @AfterEach
    void close() {
        database.close();
    }

    private void apply(String json, Instant at) {
        BootstrapFile file = BootstrapReader.read(new StringReader(json));
        Bootstrap bootstrap = new Bootstrap(stores.accounts(), stores.directory(), stores.customers(),
                stores.tmsAccounts(), Clock.fixed(at, ZoneOffset.UTC));
        database.run(em -> bootstrap.apply(file, bootstrap.superAdmin(ADMIN, "admin-token")));
    }

    private Account account(String email) {
        return stores.accounts().accountByEmail(email).orElseThrow();
    }

    @Test
    void everythingInTheFileShouldBeThereAfterwards() {
        apply(WORLD, NOON);

        Account admin = account(Bootstrap.ADMIN_EMAIL);
        Account acme = account("ops@acme.example");
        Account child = account("child@acme.example");
        assertThat(admin.superAdmin()).isTrue();
        assertThat(admin.token().matches("admin-token")).isTrue();
        assertThat(acme.sid()).isEqualTo(Account.sidOf("ops@acme.example"));
        assertThat(acme.parent()).contains(new AccountSid(ADMIN));
        assertThat(acme.retention()).contains(new Retention(30));
        assertThat(child.retention()).isEmpty();
        assertThat(acme.recordings()).isEqualTo(RecordingFormat.GSM);
        assertThat(child.recordings()).isEqualTo(RecordingFormat.WAV);
        assertThat(acme.role()).isEqualTo("Developer");
        assertThat(acme.status()).isEqualTo(AccountStatus.ACTIVE);
        assertThat(acme.organization()).isEqualTo(OrganizationSid.ofDomain("acme.example"));
        assertThat(child.parent()).contains(acme.sid());
        assertThat(child.organization()).isEqualTo(acme.organization());

        IncomingNumber number = stores.directory().numbers(List.of("+15551000")).get(0);
        assertThat(number.account()).isEqualTo(acme.sid());
        assertThat(number.voice().orElseThrow().method()).isEqualTo(HttpMethod.GET);
        assertThat(number.fallback().orElseThrow().url()).hasToString("http://app.example/f");
        assertThat(number.statusCallback()).isPresent();
        assertThat(stores.directory().patterns(acme.organization())).hasSize(1);
        assertThat(stores.directory().client(acme.organization(), "alice").orElseThrow().ha1Md5())
                .isEqualTo(Digests.md5Hex("alice:acme.example:wonderland"));
    }

    @Test
    void customersOfTheTelesignDialectShouldBeThereAndKeepWhatIsNotSaidAgain() {
        apply(WORLD, NOON);
        Customer customer = stores.customers().customer("C-1").orElseThrow();
        assertThat(customer).isEqualTo(new Customer("C-1", Account.sidOf("ops@acme.example"), "a2V5", true,
                Optional.of(URI.create("http://app.example/t")), List.of("15551000"),
                List.of("127.0.0.1", "10.0.0.0/8"), NOON, NOON));
        assertThat(stores.customers().blocked("C-1", "15559999")).isTrue();
        assertThat(stores.customers().blocked(CustomerStore.PLATFORM, "15559999")).isFalse();

        apply(WORLD, NOON.plusSeconds(1));
        assertThat(stores.customers().customer("C-1")).contains(customer);
        apply("""
                {"telesign": {"blockedTexts": ["free money"], "blockedNumbers": ["15558888"],
                   "blockedPrefixes": [
                   {"prefix": "882"}, {"prefix": "1900", "messageTypes": ["mkt", "ARN"]}]},
                 "accounts": [{"email": "ops@acme.example", "telesign": [
                  {"customerId": "C-1", "apiKey": "bmV3", "enabled": false, "blockedNumbers": []}]}]}""",
                NOON.plusSeconds(2));
        assertThat(stores.customers().customer("C-1")).contains(new Customer("C-1", customer.account(), "bmV3", false,
                customer.callbackUrl(), customer.callerIds(), customer.allowedAddresses(), NOON, NOON.plusSeconds(2)));
        assertThat(stores.customers().blocked("C-1", "15559999")).isFalse();
        assertThat(stores.customers().blockedTexts()).containsExactly("free money");
        assertThat(stores.customers().blocked(CustomerStore.PLATFORM, "15558888")).isTrue();
        assertThat(stores.customers().rules()).containsExactlyInAnyOrder(new PrefixRule("882", Optional.empty()),
                new PrefixRule("1900", Optional.of(MessageType.MKT)),
                new PrefixRule("1900", Optional.of(MessageType.ARN)));
    }

    @Test
    void termsOfACustomerShouldBeThereAndKeepWhatIsNotSaidAgain() {
        apply("""
                {"accounts": [{"email": "ops@acme.example", "token": "t", "telesign": [
                  {"customerId": "C-1", "apiKey": "a2V5", "menus": false, "trial": true,
                   "verifiedNumbers": ["+16515551000"], "prepaidCalls": 500, "apiHosts": ["voice.example.com"],
                   "callbackHosts": ["app.example.com", "192.0.2.1"]}]}]}""", NOON);
        assertThat(stores.customers().customer("C-1").orElseThrow().terms()).isEqualTo(new Terms(false, true,
                List.of("16515551000"), 500, List.of("voice.example.com"), List.of("app.example.com", "192.0.2.1")));
        apply("""
                {"accounts": [{"email": "ops@acme.example", "telesign": [
                  {"customerId": "C-1", "apiKey": "a2V5", "trial": false, "apiHosts": []}]}]}""", NOON.plusSeconds(1));
        assertThat(stores.customers().customer("C-1").orElseThrow().terms()).isEqualTo(new Terms(false, false,
                List.of("16515551000"), 500, List.of(), List.of("app.example.com", "192.0.2.1")));
    }

    @Test
    void customerOfAnotherAccountShouldBeRefused() {
        apply(WORLD, NOON);
        assertThatThrownBy(() -> apply("""
                {"accounts": [{"email": "thief@acme.example", "token": "t", "telesign": [
                  {"customerId": "C-1", "apiKey": "a2V5"}]}]}""", NOON))
                .isInstanceOf(BootstrapException.class)
                .hasMessageContaining("accounts[0].telesign[0].customerId: belongs");
    }

    @Test
    void applyingAgainShouldChangeNothing() {
        apply(WORLD, NOON);
        Account before = account("ops@acme.example");
        IncomingNumber number = stores.directory().numbers(List.of("+15551000")).get(0);

        apply(WORLD, NOON.plus(Duration.ofDays(1)));

        assertThat(account("ops@acme.example")).isEqualTo(before);
        assertThat(stores.directory().numbers(List.of("+15551000"))).containsExactly(number);
    }

    @Test
    void changedFieldsShouldBeUpdatedAndAbsentOnesKept() {
        apply(WORLD, NOON);
        apply("""
                {"accounts": [{"email": "ops@acme.example", "token": "new-token", "status": "suspended", "numbers": [
                  {"phoneNumber": "+15551000", "voiceUrl": "http://app.example/new"}]}]}""", NOON.plusSeconds(5));

        Account acme = account("ops@acme.example");
        assertThat(acme.status()).isEqualTo(AccountStatus.SUSPENDED);
        assertThat(acme.token().matches("new-token")).isTrue();
        assertThat(acme.token().matches("acme-token")).isFalse();
        assertThat(acme.friendlyName()).isEqualTo("Acme");
        assertThat(acme.created()).isEqualTo(NOON);
        assertThat(acme.updated()).isEqualTo(NOON.plusSeconds(5));
        IncomingNumber number = stores.directory().numbers(List.of("+15551000")).get(0);
        assertThat(number.voice().orElseThrow().url()).hasToString("http://app.example/new");
        assertThat(number.fallback()).isPresent();
    }

    @Test
    void adminTokenOfThisStartShouldReplaceTheOldOne() {
        apply("{}", NOON);
        Bootstrap later = new Bootstrap(
                stores.accounts(), stores.directory(), stores.customers(), stores.tmsAccounts(),
                Clock.systemUTC());
        Account admin = later.superAdmin(ADMIN, "another-token");
        assertThat(admin.token().matches("another-token")).isTrue();
        assertThat(admin.token().matches("admin-token")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "[]|must be an object",
        "{\"acounts\":[]}|acounts: is not known here; known are accounts, organizations, telesign",
        "{\"accounts\":{}}|accounts: must be a list",
        "{\"accounts\":[1]}|accounts[0]: must be an object",
        "{\"accounts\":[{}]}|accounts[0].email: is missing",
        "{\"accounts\":[{\"email\":\"a\"}]}|accounts[0].email: is no e-mail address",
        "{\"accounts\":[{\"email\":5}]}|accounts[0].email: must be a text",
        "{\"accounts\":[{\"email\":\"a@b\"}]}|accounts[0].token: is missing",
        "{\"accounts\":[{\"email\":\"a@b\",\"token\":\"t\",\"sid\":\"AC1\"}]}|accounts[0].sid: must be AC",
        "{\"accounts\":[{\"email\":\"a@b\",\"token\":\"t\",\"status\":\"odd\"}]}|accounts[0].status: must be",
        "{\"accounts\":[{\"email\":\"a@b\",\"token\":\"t\",\"role\":\"King\"}]}|accounts[0].role: must be",
        "{\"accounts\":[{\"email\":\"a@b\",\"token\":\"t\",\"recordingFormat\":\"mp3\"}]}|accounts[0].recordingFormat: must be wav or gsm",
        "{\"accounts\":[{\"email\":\"a@b\",\"token\":\"t\",\"parent\":\"x@y\"}]}|accounts[0].parent: is no account",
        "{\"accounts\":[{\"email\":\"a@b\",\"token\":\"t\",\"parent\":\"a@b\"}]}|accounts[0].parent: is no account",
        "{\"accounts\":[{\"email\":\"a@b\",\"token\":\"t\",\"numbers\":[{\"phoneNumber\":\"1\"},{\"phoneNumber\":\"2\",\"voiceUrl\":\"ftp://x/\"}]}]}|accounts[0].numbers[1].voiceUrl: must be an absolute http or https URL",
        "{\"accounts\":[{\"email\":\"a@b\",\"token\":\"t\",\"numbers\":[{\"phoneNumber\":\"1\",\"voiceMethod\":\"PUT\"}]}]}|accounts[0].numbers[0].voiceMethod: must be GET or POST",
        "{\"accounts\":[{\"email\":\"a@b\",\"token\":\"t\",\"numbers\":[{\"phoneNumber\":\"1\",\"sip\":\"yes\"}]}]}|accounts[0].numbers[0].sip: must be true or false",
        "{\"accounts\":[{\"email\":\"a@b\",\"token\":\"t\",\"numbers\":[{\"phoneNumber\":\"[\"}]}]}|accounts[0].numbers[0].phoneNumber: is no usable pattern",
        "{\"accounts\":[{\"email\":\"a@b\",\"token\":\"t\",\"numbers\":[{\"phoneNumber\":\"x\",\"sip\":false}]}]}|accounts[0].numbers[0].phoneNumber: must be 3 to 15 digits",
        "{\"accounts\":[{\"email\":\"a@b\",\"token\":\"t\",\"clients\":[{\"login\":\"a\"}]}]}|accounts[0].clients[0].password: is missing",
        "{\"accounts\":[{\"email\":\"a@b\",\"token\":\"t\",\"telesign\":[{\"customerId\":\"c\"}]}]}|accounts[0].telesign[0].apiKey: is missing",
        "{\"accounts\":[{\"email\":\"a@b\",\"token\":\"t\",\"telesign\":[{\"customerId\":\"c d\",\"apiKey\":\"a2V5\"}]}]}|accounts[0].telesign[0].customerId: must have",
        "{\"accounts\":[{\"email\":\"a@b\",\"token\":\"t\",\"telesign\":[{\"customerId\":\"c\",\"apiKey\":\"EX----k\"}]}]}|accounts[0].telesign[0].apiKey: must be base64",
        "{\"accounts\":[{\"email\":\"a@b\",\"token\":\"t\",\"telesign\":[{\"customerId\":\"c\",\"apiKey\":\"a2V5\",\"callerIds\":[\"x\"]}]}]}|accounts[0].telesign[0].callerIds[0]: must be 3 to 15 digits",
        "{\"accounts\":[{\"email\":\"a@b\",\"token\":\"t\",\"telesign\":[{\"customerId\":\"c\",\"apiKey\":\"a2V5\",\"allowedAddresses\":[\"home\"]}]}]}|accounts[0].telesign[0].allowedAddresses[0]: must be an address",
        "{\"accounts\":[{\"email\":\"a@b\",\"token\":\"t\",\"telesign\":[{\"customerId\":\"c\",\"apiKey\":\"a2V5\",\"blockedNumbers\":[\"1\"]}]}]}|accounts[0].telesign[0].blockedNumbers[0]: must be",
        "{\"accounts\":[{\"email\":\"a@b\",\"token\":\"t\",\"telesign\":[{\"customerId\":\"c\",\"apiKey\":\"a2V5\",\"enabled\":1}]}]}|accounts[0].telesign[0].enabled: must be true or false",
        "{\"telesign\":{\"blockedPrefixes\":[{\"prefix\":\"+1\"}]}}|telesign.blockedPrefixes[0].prefix: must be 1 to 15 digits",
        "{\"telesign\":{\"blockedPrefixes\":[{\"prefix\":\"1\",\"messageTypes\":[\"X\"]}]}}|telesign.blockedPrefixes[0].messageTypes: may",
        "{\"accounts\":[{\"email\":\"administrator@company.com\",\"token\":\"t\"}]}|accounts[0].email: the e-mail address belongs to ACae6",
        "{\"organizations\":[{\"domain\":\"no spaces\"}]}|organizations[0].domain: is no domain name",
        "{|bootstrap file is no JSON"})
    void wrongFileShouldBeRefusedWithThePlace(String json, String message) {
        assertThatThrownBy(() -> apply(json, NOON))
                .isInstanceOf(BootstrapException.class)
                .hasMessageStartingWith(message);
        assertThat(stores.accounts().accountByEmail("a@b")).as("nothing of it was kept").isEmpty();
    }

    @Test
    void numberOfAnotherAccountShouldNotBeTakenAway() {
        apply(WORLD, NOON);
        assertThatThrownBy(() -> apply("""
                {"accounts": [{"email": "x@acme.example", "token": "t", "organization": "acme.example",
                  "numbers": [{"phoneNumber": "+15551000"}]}]}""", NOON))
                .hasMessageStartingWith("accounts[0].numbers[0].phoneNumber: belongs to AC");
    }

    @Test
    void fourthLevelOfAccountsShouldBeRefused() {
        apply(WORLD, NOON);
        assertThatThrownBy(() -> apply("""
                {"accounts": [{"email": "deep@acme.example", "token": "t", "parent": "child@acme.example"}]}""", NOON))
                .hasMessageStartingWith("accounts[0].parent: there are 3 levels");
    }

    @Test
    void adminTokenShouldComeFromTheEnvironmentOrTheFileAndNowhereElse(@TempDir Path data) throws IOException {
        Map<String, String> environment = Map.of("CALLWRIGHT_DATA", data.toString());
        Settings withoutToken = Settings.fromEnvironment(environment);
        assertThatThrownBy(() -> AdminToken.read(withoutToken)).hasMessageContaining("CALLWRIGHT_ADMIN_TOKEN");

        Files.writeString(data.resolve("admin-token"), "from-file\n");
        assertThat(AdminToken.read(withoutToken)).isEqualTo("from-file");
        assertThat(AdminToken.read(Settings.fromEnvironment(Map.of(
                "CALLWRIGHT_DATA", data.toString(), "CALLWRIGHT_ADMIN_TOKEN", "from-env")))).isEqualTo("from-env");
    }

    @Test
    void usersOfTmsShouldHaveTheTokensAndNumbersOfTheFile() {
        apply(WORLD, NOON);
        assertThat(stores.tmsAccounts().byToken("a-long-tms-token-1").orElseThrow().fromNumbers())
                .containsExactly("+15551000", "+15551001");
        assertThat(stores.tmsAccounts().byToken("a-long-tms-token-2")).isPresent();
        apply("""
                {"accounts": [{"email": "ops@acme.example"}]}""", NOON);
        assertThat(stores.tmsAccounts().byToken("a-long-tms-token-1")).isPresent();
        apply("""
                {"accounts": [{"email": "ops@acme.example", "tms": [{"token": "a-long-tms-token-2"}]}]}""", NOON);
        assertThat(stores.tmsAccounts().byToken("a-long-tms-token-1")).isEmpty();
        assertThat(stores.tmsAccounts().byToken("a-long-tms-token-2").orElseThrow().fromNumbers()).isEmpty();
    }

    @Test
    void retentionOfMessagesShouldStayUntilTheFileSaysAnother() {
        apply("""
                {"accounts": [{"email": "brief@acme.example", "token": "t", "tmsRetentionDays": 7}]}""", NOON);
        apply("""
                {"accounts": [{"email": "brief@acme.example", "tms": [{"token": "a-long-tms-token-3"}]}]}""", NOON);
        assertThat(messagesKept("brief@acme.example")).contains(new Retention(7));
        assertThat(stores.tmsAccounts().byToken("a-long-tms-token-3")).isPresent();
        assertThat(messagesKept(Bootstrap.ADMIN_EMAIL)).isEmpty();
        apply("""
                {"accounts": [{"email": "brief@acme.example", "tmsRetentionDays": 0}]}""", NOON);
        assertThat(messagesKept("brief@acme.example")).contains(Retention.FOR_EVER);
        assertThatThrownBy(() -> apply("""
                {"accounts": [{"email": "brief@acme.example", "tmsRetentionDays": 36501}]}""", NOON))
                .hasMessageContaining("accounts[0].tmsRetentionDays");
    }

    private Optional<Retention> messagesKept(String email) {
        return stores.oldMessages().keepers("", 100).stream()
                .filter(keeper -> keeper.account().equals(account(email).sid()))
                .findFirst().orElseThrow().retention();
    }

    @Test
    void tokenOfAnotherAccountOrAShortOneOrANumberWithoutAPlusShouldBeRefused() {
        apply(WORLD, NOON);
        assertThatThrownBy(() -> apply("""
                {"accounts": [{"email": "child@acme.example", "tms": [{"token": "a-long-tms-token-1"}]}]}""", NOON))
                .hasMessageContaining("accounts[0].tms[0].token").hasMessageContaining("belongs to");
        assertThatThrownBy(() -> apply("""
                {"accounts": [{"email": "child@acme.example", "tms": [{"token": "short"}]}]}""", NOON))
                .hasMessageContaining("accounts[0].tms[0].token");
        assertThatThrownBy(() -> apply("""
                {"accounts": [{"email": "child@acme.example",
                               "tms": [{"token": "a-long-tms-token-3", "fromNumbers": ["5551000"]}]}]}""", NOON))
                .hasMessageContaining("accounts[0].tms[0].fromNumbers[0]");
    }
}
