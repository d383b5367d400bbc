package org.callwright.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folders of the checkout that the tests of scripts and of the operator's command work on. */
final class ServerFolders {

    static final Path EAR = Path.of(System.getProperty("basedir", ".")).toAbsolutePath().normalize();
    static final Path CHECKOUT = EAR.getParent();
    static final Path SERVER = EAR.resolve("target/server");

    private ServerFolders() {
    }

    /** A folder below target that exists and is empty. */
    static Path empty(String name) throws IOException {
        Path folder = EAR.resolve("target/e2e").resolve(name);
        if (Files.exists(folder)) {
            try (Stream<Path> content = Files.walk(folder)) {
                for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        return Files.createDirectories(folder);
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> content = Files.walk(from)) {
            content.forEach(path -> {
                try {
                    Files.copy(path, to.resolve(from.relativize(path).toString()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    static List<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.list(CHECKOUT.resolve("standalone-config"))) {
            return files.filter(file -> file.toString().endsWith(".cli")).sorted().toList();
        }
    }
}
