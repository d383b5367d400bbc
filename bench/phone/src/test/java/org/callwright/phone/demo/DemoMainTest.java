package org.callwright.phone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.callwright.phone.media.WavFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoMainTest {

    @TempDir
    Path folder;

    @Test
    void demoShouldFindItsToneInTheRecording() throws Exception {
        assertThat(demo("secret")).isZero();
        assertThat(WavFile.read(folder.resolve("demo.wav")).length().toMillis()).isBetween(2000L, 4000L);
    }

    @Test
    void demoShouldFailWithWrongCredentials() throws Exception {
        assertThat(demo("wrong")).isEqualTo(1);
        assertThat(folder.resolve("demo.wav")).doesNotExist();
    }

    @Test
    void demoWithoutATokenShouldBeWrongUsage() throws InterruptedException {
        assertThat(DemoMain.run(List.of(), Map.of())).isEqualTo(2);
        assertThat(DemoMain.run(List.of("--token-file", folder.resolve("none").toString()), Map.of())).isEqualTo(2);
    }

    private int demo(String token) throws Exception {
        Path tokenFile = Files.writeString(folder.resolve("token"), token + "\n");
        int webPort = freePort();
        try (ScriptedServer server = new ScriptedServer(folder)) {
            CompletableFuture<Void> taken = CompletableFuture.runAsync(() -> {
                try {
                    server.takeCall("http://127.0.0.1:" + webPort);
                } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            int status = DemoMain.run(List.of("--sip", server.sip(), "--http", server.url(), "--account", "AC1",
                    "--token-file", tokenFile.toString(), "--web-port", Integer.toString(webPort), "--wav-out",
                    folder.resolve("demo.wav").toString()), Map.of());
            taken.join();
            return status;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
