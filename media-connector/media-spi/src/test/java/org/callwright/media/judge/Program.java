package org.callwright.media.judge;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program of this machine: bytes go in, bytes come out. */
public final class Program {

    private static final long LIMIT_SECONDS = 120;

    private Program() {
    }

    /** Whether a program of that name is installed. */
    public static boolean installed(String name) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":")) {
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, name))) {
                return true;
            }
        }
        return false;
    }

    /** A command of parts that are used again and again. */
    @SafeVarargs
    public static List<String> command(List<String>... parts) {
        return Stream.of(parts).flatMap(List::stream).toList();
    }

    /**
     * Runs a command.
     *
     * @return what it wrote to its standard output
     * @throws AssertionError when it fails, with what it complained of
     */
    public static byte[] run(List<String> command, byte[] input) {
        try {
            Path complaint = Files.createTempFile("judge", ".err");
            try {
                Process process = new ProcessBuilder(command).redirectError(complaint.toFile()).start();
                CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> write(process, input));
                byte[] output = process.getInputStream().readAllBytes();
                writing.join();
                if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                    process.destroyForcibly();
                    throw new AssertionError(command + " failed: " + Files.readString(complaint));
                }
                return output;
            } finally {
                Files.delete(complaint);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static void write(Process process, byte[] input) {
        try (OutputStream stream = process.getOutputStream()) {
            stream.write(input);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
