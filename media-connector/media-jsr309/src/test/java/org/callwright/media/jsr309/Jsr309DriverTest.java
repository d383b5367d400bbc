package org.callwright.media.jsr309;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.callwright.media.spi.MediaDriver;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaFailure;
import org.callwright.media.spi.MediaServer;
import org.callwright.media.spi.MediaServerConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finding an implementation, and saying what is missing. */
class Jsr309DriverTest {

    @TempDir
    static Path folder;
    private static StandInDriver standIn;

    @BeforeAll
    static void compile() {
        standIn = new StandInDriver(folder);
    }

    @AfterEach
    void closeEngines() {
        StandInDriver.closeEngines();
    }

    private static MediaServerConfig config(Map<String, String> properties) {
        return new MediaServerConfig(InetAddress.getLoopbackAddress(), "127.0.0.1", 24_500, 24_599, Duration.ZERO,
                properties);
    }

    private static void assertMissing(Map<String, String> properties, String... texts) {
        assertThatThrownBy(() -> new Jsr309Driver().start(config(properties)))
                .isInstanceOfSatisfying(MediaException.class,
                        e -> assertThat(e.failure()).isEqualTo(MediaFailure.RESOURCE_UNAVAILABLE))
                .hasMessageStartingWith("CWMED1702: there is no JSR 309 implementation: ")
                .hasMessageContainingAll(texts);
    }

    @Test
    void driverShouldBeFoundByItsName() {
        assertThat(ServiceLoader.load(MediaDriver.class).stream().map(driver -> driver.get().name()))
                .contains("jsr309");
    }

    @Test
    void nothingConfiguredShouldSayWhatToSet() {
        assertMissing(Map.of(), "CALLWRIGHT_JSR309_JARS", "CALLWRIGHT_JSR309_MODULE");
    }

    @Test
    void whatCanNotBeReadShouldBeNamed() {
        assertMissing(Map.of("jsr309.jars", "/nowhere/api.jar"), "jsr309.jars", "/nowhere/api.jar");
        assertMissing(Map.of("jsr309.jars", standIn.jar().toString(), "jsr309.properties", "/nowhere/p"),
                "jsr309.properties", "/nowhere/p");
    }

    @Test
    void jarsWithoutTheApiShouldBeToldSo() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Path other = Files.write(folder.resolve("other.jar"), new byte[] {'P', 'K', 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
            0, 0, 0, 0, 0, 0, 0, 0});
        assertMissing(Map.of("jsr309.jars", empty.toString()), "CALLWRIGHT_JSR309_JARS");
        assertMissing(Map.of("jsr309.jars", other.toString()), "javax.media.mscontrol.spi.Driver can't be loaded");
    }

    @Test
    void moduleOutsideOfTheServerShouldBeToldSo() {
        assertMissing(Map.of("jsr309.module", "com.vendor.media"), "module com.vendor.media can't be loaded");
    }

    @Test
    void driverOfAnotherNameShouldBeToldWithThoseThereAre() {
        assertMissing(standIn.with(config(Map.of()), Map.of("jsr309.driver", "other")).properties(),
                "there is no driver other", "[stand-in]");
    }

    @Test
    void driverThatRefusesShouldBeToldWithItsReason() throws IOException {
        Path settings = Files.writeString(folder.resolve("refusing.properties"), "refuse=true");
        assertMissing(Map.of("jsr309.jars", standIn.jar().toString(), "jsr309.properties", settings.toString()),
                "Driver.getFactory failed", "no licence");
    }

    /** A jar that the implementation wants was forgotten. */
    @Test
    void classThatADriverNeedsShouldBeNamed(@TempDir Path sources) throws IOException {
        Path needed = Files.writeString(sources.resolve("Needed.java"), "public interface Needed { }");
        Path broken = Files.writeString(sources.resolve("Broken.java"),
                "public abstract class Broken implements Needed, javax.media.mscontrol.spi.Driver { }");
        Path classes = Files.createDirectories(sources.resolve("classes"));
        int compiled = ToolProvider.getSystemJavaCompiler().run(null, null, null, "-proc:none", "-cp",
                standIn.jar().toString(), "-d", classes.toString(), needed.toString(), broken.toString());
        assertThat(compiled).isZero();
        Path jar = sources.resolve("broken.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("Broken.class"));
            out.write(Files.readAllBytes(classes.resolve("Broken.class")));
            out.putNextEntry(new JarEntry("META-INF/services/javax.media.mscontrol.spi.Driver"));
            out.write("Broken".getBytes(StandardCharsets.UTF_8));
        }
        assertMissing(Map.of("jsr309.jars", standIn.jar() + File.pathSeparator + jar),
                "a driver can't be loaded", "Needed");
    }

    @Test
    void folderOfJarsShouldDoAndTheDriverGetItsSettings() throws MediaException {
        Map<String, String> properties = standIn.with(config(Map.of()),
                Map.of("jsr309.jars", folder.toString(), "jsr309.driver", "stand-in")).properties();
        try (MediaServer server = new Jsr309Driver().start(config(properties))) {
            assertThat(server.statistics().sessionsActive()).isZero();
            server.createMediaSession("CA-one");
            assertThat(server.statistics().sessionsActive()).isEqualTo(1);
        }
    }
}
