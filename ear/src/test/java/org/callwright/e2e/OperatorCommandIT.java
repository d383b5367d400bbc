package org.callwright.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
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
