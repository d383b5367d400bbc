package org.callwright.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL of its own on the loopback address, in a temporary folder; for the programs that the system has
 * installed. As it refuses to run as root, it runs as nobody then.
 */
public final class PostgresCluster implements AutoCloseable {

    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");

    private final Path programs;
    private final Path folder;
    private final int port;
    private int databases;

    private PostgresCluster(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /** Folder of the newest programs; empty when there are none. */
    public static Optional<Path> programs() {
        try (Stream<Path> versions = Files.isDirectory(INSTALLED) ? Files.list(INSTALLED) : Stream.empty()) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.comparing(Path::toString));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static PostgresCluster start(Path programs) {
        try {
            Path folder = Files.createTempDirectory("callwright-postgres");
            int port;
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort();
            }
            PostgresCluster cluster = new PostgresCluster(programs, folder, port);
            cluster.start();
            return cluster;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void start() {
        if (root()) {
            run("chown", "nobody", folder.toString());
        }
        program("initdb", "-D", data(), "-U", "callwright", "-A", "trust", "-N");
        program("pg_ctl", "-D", data(), "-w", "-l", folder.resolve("log").toString(), "-o",
                "-p " + port + " -k " + folder + " -c listen_addresses=127.0.0.1 -c fsync=off", "start");
    }

    /** A new one with all migrations. */
    public TestDatabase database() {
        String name = "callwright" + ++databases;
        program("createdb", "-h", "127.0.0.1", "-p", String.valueOf(port), "-U", "callwright", name);
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(name);
        source.setUser("callwright");
        return new TestDatabase(source, () -> { });
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    /** Ends it and removes its folder. */
    @Override
    public void close() {
        program("pg_ctl", "-D", data(), "-w", "-m", "immediate", "stop");
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void program(String name, String... arguments) {
        List<String> line = new ArrayList<>(root() ? List.of("runuser", "-u", "nobody", "--") : List.of());
        line.add(programs.resolve(name).toString());
        line.addAll(List.of(arguments));
        run(line.toArray(String[]::new));
    }

    private static boolean root() {
        return System.getProperty("user.name").equals("root");
    }

    private void run(String... line) {
        try {
            Process process = new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output").toFile()).start();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException(line[0] + " failed: " + Files.readString(folder.resolve("output")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
