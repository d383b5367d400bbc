package org.callwright.media.jsr309;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaFailure;

/**
 * What the driver's properties say.
 *
 * @param jars {@code jsr309.jars}: jar files, and folders of such, of API and implementation, as in a class path
 * @param module {@code jsr309.module}: a module of the server that has both, where there are no jars
 * @param driver {@code jsr309.driver}: the name of the implementation's driver, where there are several
 * @param driverProperties {@code jsr309.properties}: a properties file with what that driver wants
 * @param pathHere {@code jsr309.path-here}: how paths of audio files begin here
 * @param pathThere {@code jsr309.path-there}: how they begin for the media server
 */
record Jsr309Settings(
        List<Path> jars,
        Optional<String> module,
        Optional<String> driver,
        Properties driverProperties,
        Optional<String> pathHere,
        Optional<String> pathThere) {

    static Jsr309Settings of(Map<String, String> properties) throws MediaException {
        return new Jsr309Settings(
                jars(properties.getOrDefault("jsr309.jars", "")),
                Optional.ofNullable(properties.get("jsr309.module")),
                Optional.ofNullable(properties.get("jsr309.driver")),
                read(properties.get("jsr309.properties")),
                Optional.ofNullable(properties.get("jsr309.path-here")),
                Optional.ofNullable(properties.get("jsr309.path-there")));
    }

    private static List<Path> jars(String text) throws MediaException {
        Stream.Builder<Path> jars = Stream.builder();
        for (String part : text.split(File.pathSeparator)) {
            if (!part.isBlank()) {
                add(Path.of(part.strip()), jars);
            }
        }
        return jars.build().toList();
    }

    private static void add(Path path, Stream.Builder<Path> jars) throws MediaException {
        if (Files.isRegularFile(path)) {
            jars.add(path);
            return;
        }
        try (Stream<Path> files = Files.list(path)) {
            files.filter(file -> file.toString().endsWith(".jar")).sorted().forEach(jars);
        } catch (IOException e) {
            throw unusable("jsr309.jars", path, e);
        }
    }

    private static Properties read(String file) throws MediaException {
        Properties properties = new Properties();
        if (file != null) {
            try (Reader reader = Files.newBufferedReader(Path.of(file))) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw unusable("jsr309.properties", Path.of(file), e);
            }
        }
        return properties;
    }

    private static MediaException unusable(String key, Path path, Exception cause) {
        return new MediaException(MediaFailure.RESOURCE_UNAVAILABLE,
                Jsr309Messages.missing(key + ": " + path + " can't be read"), cause);
    }
}
