package org.callwright.media.jsr309;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.callwright.media.spi.MediaDriver;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaServer;
import org.callwright.media.spi.MediaServerConfig;

/** The bridge with properties that lead it to the stand-in, whose engine gets the configuration's ports. */
public final class StandInDriver implements MediaDriver {

    private final Path folder;
    private final Path jar;

    public StandInDriver(Path folder) {
        this.folder = folder;
        this.jar = StandIn.jar(folder);
    }

    Path jar() {
        return jar;
    }

    @Override
    public String name() {
        return "jsr309";
    }

    @Override
    public MediaServer start(MediaServerConfig config) throws MediaException {
        return new Jsr309Driver().start(with(config, Map.of()));
    }

    MediaServerConfig with(MediaServerConfig config, Map<String, String> more) {
        Properties settings = new Properties();
        settings.setProperty("first-port", String.valueOf(config.rtpPortMin()));
        settings.setProperty("last-port", String.valueOf(config.rtpPortMax()));
        settings.setProperty("inactivity-ms", String.valueOf(config.inactivityLimit().toMillis()));
        Path file = folder.resolve("driver.properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            settings.store(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> properties = new HashMap<>(Map.of("jsr309.jars", jar.toString(),
                "jsr309.properties", file.toString()));
        properties.putAll(more);
        return new MediaServerConfig(config.bindAddress(), config.advertisedAddress(), config.rtpPortMin(),
                config.rtpPortMax(), config.inactivityLimit(), properties);
    }

    /** Ends the engines behind the stand-in. */
    public static void closeEngines() {
        StandInFactory.closeEngines();
    }
}
