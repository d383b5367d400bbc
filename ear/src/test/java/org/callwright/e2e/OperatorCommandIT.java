package org.callwright.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.callwright.phone.Phone;
import org.junit.jupiter.api.Test;

/** {@code bin/callwright} as docs/operations.md describes it, with servers of its own. */
class OperatorCommandIT {

    @Test
    void startShouldWaitUntilReadyAndStopShouldEndTheProcess() throws IOException {
        Map<String, String> first = environment("operator one");
        Map<String, String> second = environment("operator two");
        try {
            Command start = callwright(first, "start");
            assertThat(start.exitCode()).as(start.output()).isZero();
            assertThat(start.output()).contains("ready");
            assertThat(callwright(first, "status").exitCode()).isZero();
            assertThat(callwright(second, "status").exitCode()).isEqualTo(3);

            Command beside = callwright(second, "start");
            assertThat(beside.exitCode()).as("a second server from the same checkout: " + beside.output()).isZero();
            Path token = Path.of(first.get("CALLWRIGHT_DATA"), "admin-token");
            assertThat(token).content().matches("[0-9a-f]{32}");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(token))).isEqualTo("rw-------");
            assertThat(Path.of(second.get("CALLWRIGHT_DATA"), "admin-token")).content()
                    .isNotEqualTo(Files.readString(token));
        } finally {
            Command stop = callwright(first, "stop");
            assertThat(callwright(second, "stop").exitCode()).isZero();
            assertThat(stop.exitCode()).isZero();
            assertThat(stop.output()).as("it ends by itself").contains("Stopped.").doesNotContain("killed");
        }
        assertThat(callwright(first, "status").exitCode()).isEqualTo(3);
        assertThat(servers(first)).isZero();
    }

    @Test
    void trunkOfTestNumbersShouldLiveAsLongAsTheServer() throws IOException {
        Map<String, String> environment = environment("operator trunk");
        environment.put("CALLWRIGHT_TRUNK", "test");
        environment.put("CALLWRIGHT_TEST_TRUNK_PORT", String.valueOf(freeUdpPort()));
        String trunk = "127.0.0.1:" + environment.get("CALLWRIGHT_TEST_TRUNK_PORT");
        try (Phone phone = Phone.udp("127.0.0.1")) {
            Command start = callwright(environment, "start");
            assertThat(start.exitCode()).as(start.output()).isZero();
            assertThat(start.output()).contains(trunk + " (test numbers)");
            assertThat(phone.call("sip:+15005550004@" + trunk).awaitFinal(Duration.ofSeconds(5))).isEqualTo(486);
        } finally {
            callwright(environment, "stop");
        }
        assertThat(trunks(environment)).allSatisfy(process ->
                assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(10)));
        assertThat(trunks(environment)).isEmpty();
        assertThat(Path.of(environment.get("CALLWRIGHT_DATA"), "log", "test-trunk.log")).content()
                .contains("+15005550004, busy: refused with 486", "1 calls, 0 answered");
    }

    private static List<ProcessHandle> trunks(Map<String, String> environment) {
        String words = "TestTrunkMain --port " + environment.get("CALLWRIGHT_TEST_TRUNK_PORT") + " ";
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(words))
                .toList();
    }

    private static int freeUdpPort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    @Test
    void startShouldFailWithTheNameOfTheSipSocketThatIsTaken() throws IOException {
        Map<String, String> environment = environment("operator taken");
        int port = Integer.parseInt(environment.get("CALLWRIGHT_SIP_PORT"));
        try (DatagramSocket taken = new DatagramSocket(port, InetAddress.getByName("127.0.0.1"))) {
            Command start = callwright(environment, "start");

            assertThat(taken.isClosed()).isFalse();
            assertThat(start.exitCode()).as(start.output()).isEqualTo(1);
            assertThat(start.output()).contains("start failed").contains(String.valueOf(port));
            assertThat(servers(environment)).isZero();
            assertThat(callwright(environment, "status").exitCode()).isEqualTo(3);
        } finally {
            callwright(environment, "stop");
        }
    }

    @Test
    void settingsThatMakeNoSenseShouldBeRefused() throws IOException {
        Map<String, String> environment = environment("operator refused");
        environment.put("CALLWRIGHT_SIP_PORT", "70000");

        Command start = callwright(environment, "start");

        assertThat(start.exitCode()).isEqualTo(2);
        assertThat(start.output()).contains("CALLWRIGHT_SIP_PORT");
    }

    @Test
    void unknownCommandShouldShowTheUsage() throws IOException {
        Command command = callwright(environment("operator unknown"), "restart");

        assertThat(command.exitCode()).isEqualTo(2);
        assertThat(command.output()).contains("usage:");
    }

    private static Command callwright(Map<String, String> environment, String command) {
        return new OwnServer(environment).command(command);
    }

    private static long servers(Map<String, String> environment) {
        String base = "-Djboss.server.base.dir=" + environment.get("CALLWRIGHT_DATA") + "/server";
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(base))
                .count();
    }

    private static Map<String, String> environment(String name) throws IOException {
        return OwnServer.named(name).environment();
    }
}
