package org.callwright.phone.trunk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callwright.phone.Phone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestTrunkMainTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Pattern READY = Pattern.compile(
            "test trunk ready on 127\\.0\\.0\\.1:(\\d+) \\(SIP over UDP\\)");

    @TempDir
    Path folder;

    @Test
    void wrongUsageShouldBeTold() throws InterruptedException {
        assertThat(TestTrunkMain.run(List.of("--port"))).isEqualTo(2);
        assertThat(TestTrunkMain.run(List.of("--port", "many"))).isEqualTo(2);
        assertThat(TestTrunkMain.run(List.of("--port", "70000"))).isEqualTo(2);
        assertThat(TestTrunkMain.run(List.of("--bind", "0.0.0.0"))).isEqualTo(2);
        assertThat(TestTrunkMain.run(List.of("--loud"))).isEqualTo(2);
    }

    @Test
    void takenPortShouldBeTold() throws Exception {
        try (DatagramSocket taken = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"))) {
            assertThat(TestTrunkMain.run(List.of("--port", Integer.toString(taken.getLocalPort())))).isEqualTo(1);
        }
    }

    @Test
    void endedTrunkShouldReportWhoWasCalled() throws Exception {
        Path report = folder.resolve("report.json");
        Process process = start("--port", "0", "--report", report.toString());
        try (Phone phone = Phone.udp("127.0.0.1"); BufferedReader output = output(process)) {
            Matcher ready = READY.matcher(output.readLine());
            assertThat(ready.matches()).isTrue();
            phone.call("sip:+15005550004@127.0.0.1:" + ready.group(1)).awaitFinal(SOON);
            assertThat(output.readLine()).isEqualTo("+15005550004, busy: refused with 486");
            process.toHandle().destroy();
            assertThat(output.readLine()).isEqualTo("1 calls, 0 answered");
            assertThat(process.waitFor(SOON.toMillis(), TimeUnit.MILLISECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(report).content().contains("\"+15005550004\": {\"invites\": 1, \"answered\": 0,");
    }

    @Test
    void trunkShouldEndWithTheProcessItIsFor() throws Exception {
        Process master = start("--port", "0", "--quiet");
        Process trunk = start("--port", "0", "--while", Long.toString(master.pid()));
        try (BufferedReader output = output(trunk)) {
            assertThat(output.readLine()).matches(READY);
            assertThat(trunk.isAlive()).isTrue();
            master.destroyForcibly();
            assertThat(trunk.waitFor(SOON.toMillis(), TimeUnit.MILLISECONDS)).isTrue();
            assertThat(trunk.exitValue()).isZero();
        } finally {
            master.destroyForcibly();
            trunk.destroyForcibly();
        }
    }

    private static Process start(String... arguments) throws Exception {
        Path classes = Path.of(TestTrunkMain.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m", "-cp",
                classes.toString(), TestTrunkMain.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static BufferedReader output(Process process) throws IOException {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }
}
