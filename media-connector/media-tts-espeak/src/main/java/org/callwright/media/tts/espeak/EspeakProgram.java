package org.callwright.media.tts.espeak;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.callwright.media.spi.tts.TtsException;

/**
 * Runs the program: no shell, the text by standard input, the result by standard output. A run ends by itself, or is
 * killed when its time is up or it writes more than any utterance needs, which is told as the text's fault: one
 * customer's text must not have the program rest for all. No more than a few run at a time; the others
 * wait, and their waiting counts.
 */
final class EspeakProgram {

    private static final int MAX_OUTPUT = 64 * 1024 * 1024;
    private static final int MAX_COMPLAINT = 300;
    private static final int AT_A_TIME = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());

    private final String path;
    private final Duration limit;
    private final Semaphore places = new Semaphore(AT_A_TIME, true);

    EspeakProgram(String path, Duration limit) {
        this.path = path;
        this.limit = limit;
    }

    String path() {
        return path;
    }

    /** Runs with these options and gives what it wrote. */
    byte[] run(List<String> options, String input) throws TtsException {
        long deadline = System.nanoTime() + limit.toNanos();
        try {
            if (!places.tryAcquire(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new TtsException(TtsException.TIMEOUT, "espeak-ng was busy for " + limit.toMillis() + " ms");
            }
            try {
                return runNow(options, input, deadline);
            } finally {
                places.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TtsException(TtsException.ENGINE_FAILURE, "interrupted", e);
        }
    }

    private byte[] runNow(List<String> options, String input, long deadline) throws TtsException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(path));
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C.UTF-8");
        try {
            Process process = builder.start();
            AtomicBoolean late = new AtomicBoolean();
            CompletableFuture<Void> watchdog = CompletableFuture.runAsync(() -> {
                late.set(true);
                kill(process);
            }, CompletableFuture.delayedExecutor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS));
            try {
                return converse(process, input, late);
            } finally {
                watchdog.cancel(false);
                kill(process);
            }
        } catch (IOException e) {
            throw new TtsException(TtsException.ENGINE_FAILURE, path + " can't be run: " + e.getMessage(), e);
        }
    }

    /** Children too: the program may be a wrapper script, whose child would keep the pipe open. */
    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private byte[] converse(Process process, String input, AtomicBoolean late)
            throws IOException, TtsException, InterruptedException {
        IOException broken = null;
        byte[] output = {};
        try {
            try (OutputStream in = process.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            }
            output = process.getInputStream().readNBytes(MAX_OUTPUT + 1);
        } catch (IOException e) {
            broken = e;
        }
        if (late.get()) {
            throw new TtsException(TtsException.TIMEOUT, "espeak-ng took longer than " + limit.toMillis() + " ms");
        }
        if (output.length > MAX_OUTPUT) {
            throw new TtsException(TtsException.TEXT_NOT_SPEAKABLE,
                    "the text takes too long to say: espeak-ng wrote more than " + MAX_OUTPUT + " bytes");
        }
        byte[] errors = process.getErrorStream().readNBytes(MAX_COMPLAINT);
        String complaint = new String(errors, StandardCharsets.UTF_8).strip();
        int code = process.waitFor();
        if (late.get()) {
            throw new TtsException(TtsException.TIMEOUT, "espeak-ng took longer than " + limit.toMillis() + " ms");
        }
        if (code != 0 || broken != null) {
            throw new TtsException(TtsException.ENGINE_FAILURE, "espeak-ng ended with " + code + ": " + complaint,
                    broken);
        }
        return output;
    }
}
