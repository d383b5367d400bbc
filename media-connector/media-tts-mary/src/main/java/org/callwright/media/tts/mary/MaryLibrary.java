package org.callwright.media.tts.mary;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The folder with the engine's jars, and what can be told from their names without loading them. */
final class MaryLibrary {

    private static final Pattern RUNTIME = Pattern.compile("marytts-runtime-(.+)\\.jar");
    private static final Pattern VOICE = Pattern.compile("voice-(.+?)-(\\d.*)\\.jar");

    private final List<URL> jars;
    private final String version;

    private MaryLibrary(List<URL> jars, String version) {
        this.jars = jars;
        this.version = version;
    }

    /**
     * Looks into the folder.
     *
     * @throws IOException when it is no folder, or engine or voice is not in it
     */
    static MaryLibrary in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException(folder + " is no folder");
        }
        List<URL> jars = new ArrayList<>();
        String engine = "";
        String voice = "";
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jar")) {
            for (Path file : files) {
                jars.add(url(file));
                Matcher runtime = RUNTIME.matcher(file.getFileName().toString());
                engine = runtime.matches() ? runtime.group(1) : engine;
                Matcher spoken = VOICE.matcher(file.getFileName().toString());
                voice = spoken.matches() ? spoken.group(1) + " " + spoken.group(2) : voice;
            }
        }
        if (engine.isEmpty() || voice.isEmpty()) {
            throw new IOException(folder + " holds no " + (engine.isEmpty() ? "marytts-runtime" : "voice") + " jar");
        }
        return new MaryLibrary(jars, engine + " with " + voice);
    }

    private static URL url(Path file) throws MalformedURLException {
        return file.toAbsolutePath().toUri().toURL();
    }

    String version() {
        return version;
    }

    MaryClassLoader open() {
        return new MaryClassLoader(jars.toArray(URL[]::new));
    }
}
