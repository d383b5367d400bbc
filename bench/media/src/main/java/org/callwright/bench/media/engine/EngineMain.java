package org.callwright.bench.media.engine;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.callwright.media.embedded.EmbeddedDriver;
import org.callwright.media.spi.MediaServer;
import org.callwright.media.spi.MediaServerConfig;

/** The engine's process. Each line of its input is a command of {@link Sessions}, and each has one line of answer. */
public final class EngineMain {

    private static final int FIRST_PORT = 21_000;
    private static final int LAST_PORT = 29_999;

    private EngineMain() {
    }

    public static void main(String[] arguments) throws Exception {
        MediaServerConfig config = new MediaServerConfig(InetAddress.getByName("127.0.0.1"), "127.0.0.1", FIRST_PORT,
                LAST_PORT, Duration.ZERO);
        try (MediaServer server = new EmbeddedDriver().start(config)) {
            Sessions sessions = new Sessions(server);
            BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            String command = lines.readLine();
            while (command != null) {
                System.out.println(sessions.run(command));
                command = lines.readLine();
            }
        }
    }
}
