package org.callwright.restcomm.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.restcomm.World.ACME;
import static org.callwright.restcomm.World.ACME_CHILD;
import static org.callwright.restcomm.World.ADMIN;
import static org.callwright.restcomm.World.GLOBEX;
import static org.callwright.restcomm.World.basic;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.callwright.accounts.Account;
import org.callwright.accounts.AccountStatus;
import org.callwright.call.record.CallRecord;
import org.callwright.restcomm.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The short way and the long way answer alike; the same path with a letter of the SID escaped goes the long way. */
class QuickCallFilterTest {

    @TempDir
    Path folder;

    private World world;
    private CallRecord call;

    @BeforeEach
    void start() {
        world = new World(folder);
        call = world.archive.addCall(ACME.sid(), 1);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private static String path(String version, Account account, String rest) {
        return "/restcomm/" + version + "/Accounts/" + account.sid() + "/" + rest;
    }

    /** The same resource for JAX-RS, another line for the short way. */
    private static String longWay(String path) {
        return path.replaceFirst("(/Calls(\\.json)?/(ID1+-)?)CA", "$1%43A");
    }

    private HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = world.request(path);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return world.send(request);
    }

    private static Map<String, Object> shown(HttpResponse<String> response) {
        return Map.of("status", response.statusCode(), "body", response.body(),
                "type", response.headers().allValues("Content-Type"),
                "cache", response.headers().allValues("Cache-Control"),
                "sniff", response.headers().allValues("X-Content-Type-Options"),
                "length", response.headers().allValues("Content-Length"),
                "challenge", response.headers().allValues("WWW-Authenticate"));
    }

    private void assertAlike(String path, String... headers) {
        assertThat(longWay(path)).isNotEqualTo(path);
        HttpResponse<String> answer = get(path, headers);
        assertThat(shown(answer)).as(path).isEqualTo(shown(get(longWay(path), headers)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2012-04-24", "2010-04-01"})
    void bothWaysShouldShowTheSameDocument(String version) {
        for (String rest : new String[] {"Calls/%s.json", "Calls.json/%s", "Calls/%s"}) {
            String path = path(version, ACME, rest.formatted(call.sid()));
            for (Account caller : new Account[] {ACME, ADMIN}) {
                assertThat(get(path, "Authorization", basic(caller)).statusCode()).isEqualTo(200);
                assertAlike(path, "Authorization", basic(caller));
                assertAlike(path, "Authorization", basic(caller), "Accept", "application/json");
                assertAlike(path, "Authorization", basic(caller), "Accept", "text/html", "Accept", "application/json");
            }
        }
    }

    @Test
    void refusalsShouldBeThoseOfTheLongWay() {
        String own = path("2012-04-24", ACME, "Calls/" + call.sid() + ".json");
        assertAlike(own);
        assertAlike(own, "Authorization", basic(ACME.sid().value(), "wrong"));
        assertAlike(own, "Authorization", "Bearer acme");
        assertAlike(own, "Authorization", basic(ACME), "Authorization", basic(ACME));
        assertAlike(own, "Authorization", basic(GLOBEX));
        assertAlike(own, "Authorization", basic(ACME_CHILD));
        assertAlike(path("2012-04-24", ACME_CHILD, "Calls/" + call.sid()), "Authorization", basic(ACME));
        assertAlike(path("2012-04-24", ACME, "Calls/CA" + "0".repeat(32)), "Authorization", basic(ACME));
        assertAlike(path("2012-04-24", ACME, "Calls/CA1.json"), "Authorization", basic(ACME));
        assertThat(get(own, "Authorization", basic(GLOBEX)).statusCode()).isEqualTo(403);
        assertThat(get(own).statusCode()).isEqualTo(401);
    }

    @Test
    void suspendedAccountAndRoleWithoutCallsShouldNotReadAtOnce() {
        String own = path("2012-04-24", ACME, "Calls/" + call.sid() + ".json");
        assertThat(get(own, "Authorization", basic(ACME)).statusCode()).isEqualTo(200);
        world.accountStore.save(World.changed(GLOBEX, AccountStatus.SUSPENDED, "Administrator"));
        CallRecord suspended = world.archive.addCall(GLOBEX.sid(), 2);
        assertThat(get(path("2012-04-24", GLOBEX, "Calls/" + suspended.sid()), "Authorization", basic(GLOBEX))
                .statusCode()).isEqualTo(403);
        world.accountStore.save(World.changed(ACME_CHILD, AccountStatus.ACTIVE, "Nobody"));
        CallRecord childs = world.archive.addCall(ACME_CHILD.sid(), 3);
        assertThat(get(path("2012-04-24", ACME_CHILD, "Calls/" + childs.sid()), "Authorization", basic(ACME_CHILD))
                .statusCode()).isEqualTo(403);
    }

    @Test
    void wrongPasswordShouldCountOnceOnTheShortWay() {
        world.close();
        world = new World(folder, "/restcomm", Map.of("CALLWRIGHT_LOGIN_FAILURES", "3"));
        call = world.archive.addCall(ACME.sid(), 1);
        String own = path("2012-04-24", ACME, "Calls/" + call.sid() + ".json");
        for (int i = 0; i < 2; i++) {
            assertThat(get(own, "Authorization", basic(ACME.sid().value(), "wrong")).statusCode()).isEqualTo(401);
        }
        assertThat(get(own, "Authorization", basic(ACME)).statusCode()).isEqualTo(200);
        for (int i = 0; i < 3; i++) {
            assertThat(get(own, "Authorization", basic(ACME.sid().value(), "wrong")).statusCode()).isEqualTo(401);
        }
        assertThat(get(own, "Authorization", basic(ACME)).statusCode()).isEqualTo(429);
    }

    @Test
    void otherMethodsShouldGoTheLongWay() {
        String own = path("2012-04-24", ACME, "Calls/" + call.sid() + ".json");
        assertThat(world.send(world.request(own).header("Authorization", basic(ACME)).DELETE()).statusCode())
                .isEqualTo(405);
    }
}
