package org.callwright.bench.media.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.callwright.bench.media.peer.Peer;

/** The engine, seen from its peers: started with this object, ended with it. */
public final class EngineProcess implements AutoCloseable {

    private static final List<String> OPTIONS = List.of("-Xms512m", "-Xmx512m", "-XX:+UseZGC");

    private final Process process;
    private final PrintStream to;
    private final BufferedReader from;

    private EngineProcess(Process process) {
        this.process = process;
        to = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        from = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    public static EngineProcess start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"));
        builder.command().addAll(options());
        builder.command().addAll(List.of("-cp", System.getProperty("java.class.path"), EngineMain.class.getName()));
        return new EngineProcess(builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    /** How its JVM is started; {@code CALLWRIGHT_JAVA_OPTS} adds to it. */
    public static List<String> options() {
        List<String> options = new ArrayList<>(OPTIONS);
        String more = System.getenv("CALLWRIGHT_JAVA_OPTS");
        if (more != null && !more.isBlank()) {
            options.addAll(List.of(more.trim().split("\\s+")));
        }
        return options;
    }

    public long pid() {
        return process.pid();
    }

    /** Puts the peers into one mix. */
    public void mix(List<Peer> peers) throws IOException {
        StringBuilder command = new StringBuilder("mix");
        peers.forEach(peer -> command.append(' ').append(peer.port()).append('/').append(peer.payloadType()));
        String[] ports = ask(command.toString()).split(" ");
        for (int i = 0; i < ports.length; i++) {
            peers.get(i).talkTo(Integer.parseInt(ports[i]));
        }
    }

    /**
     * Plays the file to the peer and listens to it.
     *
     * @param keys {@code events} or {@code tones}
     */
    public void duplex(Peer peer, String keys, Path prompt) throws IOException {
        peer.talkTo(Integer.parseInt(ask("duplex " + peer.port() + " " + keys + " " + prompt)));
    }

    public EngineFigures figures() throws IOException {
        return EngineFigures.parse(ask("figures"));
    }

    /** KiB of live objects after a full collection, and of direct buffers. */
    public long[] memoryKib() throws IOException {
        return Arrays.stream(ask("memory").split(" ")).mapToLong(bytes -> Long.parseLong(bytes) / 1024).toArray();
    }

    /** Ends all sessions. */
    public void release() throws IOException {
        ask("release");
    }

    private String ask(String command) throws IOException {
        to.println(command);
        String answer = from.readLine();
        if (answer == null) {
            throw new IOException("the engine ended");
        }
        return answer;
    }

    @Override
    public void close() {
        to.close();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
