package org.callwright.restcomm.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.restcomm.World.ACME;
import static org.callwright.restcomm.World.ACME_CHILD;
import static org.callwright.restcomm.World.ADMIN;
import static org.callwright.restcomm.World.GLOBEX;
import static org.callwright.restcomm.World.basic;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.callwright.accounts.Account;
import org.callwright.accounts.AccountStatus;
import org.callwright.restcomm.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may do what: credentials, status, ownership and role. */
class AccessTest {

    @TempDir
    Path folder;

    private World world;

    @BeforeEach
    void start() {
        world = new World(folder);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private static String path(Account account, String rest) {
        return "/restcomm/2012-04-24/Accounts/" + account.sid() + rest;
    }

    private int status(String authorization, String path) {
        return world.send(world.request(path).header("Authorization", authorization)).statusCode();
    }

    @Test
    void nobodyShouldComeInWithoutTheRightCredentials() {
        String path = path(ACME, "/Recordings.json");
        HttpResponse<String> none = world.send(world.request(path));
        assertThat(none.statusCode()).isEqualTo(401);
        assertThat(none.headers().firstValue("WWW-Authenticate")).contains("Basic realm=\"Restcomm realm\"");
        assertThat(none.body()).contains("CWAPI4001");
        for (String wrong : new String[] {basic(ACME.sid().value(), "globex"), basic("acme Ltd", "acme"),
                basic(GLOBEX.sid().value(), "acme"), basic("", ""), "Bearer acme", "Basic !", "Basic"}) {
            assertThat(status(wrong, path)).as(wrong).isEqualTo(401);
        }
    }

    @Test
    void sidAndEmailShouldBothBeUserNames() {
        assertThat(status(basic(ACME.sid().value(), "acme"), path(ACME, "/Says"))).isEqualTo(200);
        assertThat(status(basic(ACME.email(), "acme"), path(ACME, "/Says"))).isEqualTo(200);
    }

    @Test
    void pathsThatDoNotExistShouldAskForCredentialsToo() {
        assertThat(world.send(world.request("/restcomm/2012-04-24/Unicorns")).statusCode()).isEqualTo(401);
        assertThat(status(basic(ACME), "/restcomm/2012-04-24/Unicorns")).isEqualTo(404);
        assertThat(status(basic(ACME), "/restcomm/2012-04-24/")).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "admin, admin, 200", "admin, acme, 200", "admin, child, 200", "admin, globex, 200",
        "acme, acme, 200", "acme, child, 200", "acme, admin, 403", "acme, globex, 403",
        "child, child, 200", "child, acme, 403", "globex, acme, 403"})
    void onlyTheAccountAndItsAncestorsShouldBeLetIn(String caller, String owner, int expected) {
        for (String rest : new String[] {"", ".json", "/Recordings", "/Says", "/Calls.json", "/Notifications",
                "/Calls/CA" + "1".repeat(32) + "/Recordings"}) {
            assertThat(world.get(named(caller), path(named(owner), rest)).statusCode()).as(rest).isEqualTo(expected);
        }
    }

    private static Account named(String token) {
        return switch (token) {
            case "admin" -> ADMIN;
            case "acme" -> ACME;
            case "child" -> ACME_CHILD;
            default -> GLOBEX;
        };
    }

    @Test
    void strangerShouldNeitherWriteNorDelete() {
        String calls = path(ACME, "/Calls.json");
        assertThat(world.send(world.request(calls).header("Authorization", basic(GLOBEX))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("From=1&To=a%40b&Url=http://a.example/"))).statusCode())
                .isEqualTo(403);
        assertThat(world.engine.placed).isEmpty();
        String recording = path(ACME, "/Recordings/" + world.archive.addRecording(ACME.sid(), 1).sid());
        assertThat(world.send(world.request(recording).header("Authorization", basic(GLOBEX)).DELETE()).statusCode())
                .isEqualTo(403);
        assertThat(world.getOwn(ACME, "Recordings.json").body()).contains("\"total\":1");
    }

    @Test
    void unknownAndMalformedAccountsShouldBeToldApart() {
        assertThat(status(basic(ADMIN), "/restcomm/2012-04-24/Accounts/AC" + "0".repeat(32) + "/Calls")).isEqualTo(404);
        assertThat(status(basic(ADMIN), "/restcomm/2012-04-24/Accounts/AC1/Calls")).isEqualTo(400);
        assertThat(status(basic(ADMIN), "/restcomm/2012-04-24/Accounts/" + ACME.email() + "/Calls")).isEqualTo(400);
        assertThat(status(basic(ADMIN), "/restcomm/2012-04-24/Accounts/" + ACME.email())).isEqualTo(200);
        assertThat(status(basic(GLOBEX), "/restcomm/2012-04-24/Accounts/" + ACME.email())).isEqualTo(403);
    }

    @ParameterizedTest
    @EnumSource(AccountStatus.class)
    void onlyActiveAccountsShouldUseTheApi(AccountStatus status) {
        world.accountStore.save(World.changed(ACME, status, "Administrator"));
        int expected = status == AccountStatus.ACTIVE ? 200 : 403;
        assertThat(world.getOwn(ACME, "Recordings").statusCode()).isEqualTo(expected);
        assertThat(world.get(ACME, path(ACME, ".json")).statusCode())
                .isEqualTo(status == AccountStatus.UNINITIALIZED ? 200 : expected);
        assertThat(status(basic(ACME.sid().value(), "wrong"), path(ACME, "/Recordings"))).isEqualTo(401);
    }

    @Test
    void rolesShouldDecideWhatIsPermitted() {
        String recording = path(ACME, "/Recordings/" + world.archive.addRecording(ACME.sid(), 1).sid());
        world.accountStore.save(World.changed(ACME, AccountStatus.ACTIVE, "Nobody"));
        assertThat(world.get(ACME, recording).statusCode()).isEqualTo(403);
        assertThat(world.get(ACME, recording).body()).contains("CWAPI4004");
    }

    @Test
    void developerShouldReadAndDeleteRecordings() {
        String recording = path(ACME, "/Recordings/" + world.archive.addRecording(ACME.sid(), 1).sid());
        world.accountStore.save(World.changed(ACME, AccountStatus.ACTIVE, "Developer"));
        assertThat(world.get(ACME, recording).statusCode()).isEqualTo(200);
        assertThat(world.send(world.request(recording).header("Authorization", basic(ACME)).DELETE()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void accountListShouldHoldTheCallersChildren() {
        assertThat(world.get(ACME, "/restcomm/2012-04-24/Accounts.json").body())
                .startsWith("[{\"sid\":\"" + ACME_CHILD.sid()).doesNotContain(GLOBEX.sid().value());
    }
}
