package org.callwright.restcomm.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.restcomm.World.ACME;
import static org.callwright.restcomm.World.ACME_CHILD;
import static org.callwright.restcomm.World.ADMIN;
import static org.callwright.restcomm.World.GLOBEX;
import static org.callwright.restcomm.World.basic;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.callwright.accounts.Account;
import org.callwright.accounts.AccountStatus;
import org.callwright.restcomm.RestcommApplication;
import org.callwright.restcomm.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every method of every path, asked by every kind of caller. The paths are those that the resources declare, so a new
 * one is in the table or the test fails.
 */
class PermissionTableTest {

    private static final Map<String, String> SIDS = Map.of(
            "Applications", "AP", "Calls", "CA", "Clients", "CL", "IncomingPhoneNumbers", "PN", "Notifications", "NO",
            "Recordings", "RE", "Says", "SA");

    /** What takes Create and Modify on recordings, which developers may read and remove only. */
    private static final Set<String> RECORDING = Set.of(
            "POST /{account}/Calls/{call}/Recordings", "POST /{account}/Calls/{call}/Recordings/{sid}");

    @TempDir
    java.nio.file.Path folder;

    private World world;

    @BeforeEach
    void start() {
        world = new World(folder);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    /** {@code METHOD /rest}, with the account's place kept. */
    static Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        new RestcommApplication().getClasses().stream()
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(type -> Stream.of(type.getMethods()))
                .forEach(method -> verb(method).ifPresent(verb -> operations.add(verb + " " + path(method))));
        return operations;
    }

    private static Optional<String> verb(Method method) {
        return Stream.of(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(found -> found != null)
                .map(HttpMethod::value)
                .findFirst();
    }

    private static String path(Method method) {
        Path path = method.getAnnotation(Path.class);
        return path == null ? "" : "/" + path.value();
    }

    /** A real path: SIDs of the right kind that nobody has. */
    private static String concrete(String template, Account account) {
        List<String> segments = new ArrayList<>();
        String kind = "";
        for (String segment : template.replaceAll("\\{type:.*}$", "").replaceAll("\\{(\\w+):[^/]*\\[.*}", "{$1}")
                .split("/")) {
            boolean variable = segment.startsWith("{");
            segments.add(segment.equals("{account}") ? account.sid().value()
                    : variable ? SIDS.get(kind) + "f".repeat(32) : segment);
            kind = variable ? kind : segment;
        }
        return "/restcomm/2012-04-24/Accounts" + String.join("/", segments);
    }

    private int status(Account caller, String operation, Account owner) {
        String verb = operation.substring(0, operation.indexOf(' '));
        return world.send(world.request(concrete(operation.substring(operation.indexOf(' ') + 1), owner))
                .header("Authorization", basic(caller))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(verb, HttpRequest.BodyPublishers.noBody())).statusCode();
    }

    @Test
    void tableShouldCoverAllResources() {
        assertThat(operations()).hasSizeGreaterThan(30).contains("GET ", "POST ", "GET /{account}/Calls",
                "DELETE /{account}/Recordings/{sid}", "PUT /{account}/Clients/{sid}",
                "POST /{account}/Calls/{call}/Recordings", "POST /{account}/Calls/{call}/Recordings/{sid}");
    }

    @Test
    void ownerAndAncestorsShouldPassEverywhereAndStrangersNowhere() {
        for (String operation : operations()) {
            boolean forOneAccount = operation.contains("{account}");
            for (Account caller : List.of(ADMIN, ACME)) {
                assertThat(status(caller, operation, ACME)).as(operation).isNotIn(401, 403, 405, 415, 500);
            }
            for (Account stranger : List.of(GLOBEX, ACME_CHILD)) {
                assertThat(status(stranger, operation, ACME)).as(operation)
                        .isEqualTo(forOneAccount ? 403 : status(stranger, operation, stranger));
            }
        }
    }

    @Test
    void unknownRoleAndInactiveAccountShouldPassNowhere() {
        world.accountStore.save(World.changed(ACME, AccountStatus.ACTIVE, "Nobody"));
        world.accountStore.save(World.changed(GLOBEX, AccountStatus.SUSPENDED, "Administrator"));
        for (Account refused : List.of(ACME, GLOBEX)) {
            operations().forEach(operation ->
                    assertThat(status(refused, operation, refused)).as(operation).isEqualTo(403));
        }
    }

    @Test
    void developerShouldDoOnItsOwnAccountWhatItsRolePermits() {
        world.accountStore.save(World.changed(ACME, AccountStatus.ACTIVE, "Developer"));
        for (String operation : operations()) {
            if (RECORDING.contains(operation)) {
                assertThat(status(ACME, operation, ACME)).as(operation).isEqualTo(403);
            } else {
                assertThat(status(ACME, operation, ACME)).as(operation).isNotIn(401, 403, 405, 415, 500);
            }
            if (operation.contains("{account}")) {
                assertThat(status(ACME, operation, GLOBEX)).as(operation).isEqualTo(403);
            }
        }
    }

    @Test
    void nobodyShouldPassWithoutCredentials() {
        operations().forEach(operation -> assertThat(world.send(world
                .request(concrete(operation.substring(operation.indexOf(' ') + 1), ACME))
                .method(operation.substring(0, operation.indexOf(' ')), HttpRequest.BodyPublishers.noBody()))
                .statusCode()).as(operation).isEqualTo(401));
    }
}
