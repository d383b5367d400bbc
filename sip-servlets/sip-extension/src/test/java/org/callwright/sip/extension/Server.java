package org.callwright.sip.extension;

import static org.callwright.sip.container.testing.Eventually.eventually;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jboss.as.controller.client.ModelControllerClient;
import org.jboss.dmr.ModelNode;

/** A real server with the subsystem in it, on free ports. */
final class Server implements AutoCloseable {
    private final Path home = Path.of(System.getProperty("it.server"));
    private final int sipPort = freePort();
    private final int httpPort = freePort();
    private final int managementPort = freePort();
    private final Path log = home.resolveSibling("it-server.log");
    private Process process;
    private ModelControllerClient client;

    /** Puts the module tree in and runs the operator's script, twice, as it must bear that. */
    void configure() throws Exception {
        unzip(Path.of(System.getProperty("it.content")), home);
        Path script = home.resolveSibling("it-server.cli");
        Files.writeString(script, "embed-server\n" + Files.readString(Path.of(System.getProperty("it.script")))
                + "\nstop-embedded-server\n");
        for (int run = 0; run < 2; run++) {
            Process cli = process("bin/jboss-cli.sh", "--file=" + script).redirectErrorStream(true)
                    .redirectOutput(home.resolveSibling("it-server-cli.log").toFile()).start();
            if (!cli.waitFor(60, TimeUnit.SECONDS) || cli.exitValue() != 0) {
                throw new IllegalStateException("the script failed: "
                        + Files.readString(home.resolveSibling("it-server-cli.log")));
            }
        }
    }

    void start() throws Exception {
        process = process("bin/standalone.sh", "-Djboss.http.port=" + httpPort,
                "-Djboss.management.http.port=" + managementPort, "-Djboss.bind.address=127.0.0.1")
                .redirectErrorStream(true).redirectOutput(log.toFile()).start();
        eventually("the server has started", Duration.ofSeconds(90), () -> log().contains("WFLYSRV0025")
                || log().contains("WFLYSRV0026"));
        client = ModelControllerClient.Factory.create("remote+http", InetAddress.getLoopbackAddress(), managementPort);
    }

    /** Runs an operation and gives its whole answer. */
    ModelNode execute(String operation, String... address) throws IOException {
        return execute(operation(operation, address));
    }

    ModelNode execute(ModelNode operation) throws IOException {
        return client.execute(operation);
    }

    static ModelNode operation(String name, String... address) {
        ModelNode operation = new ModelNode();
        operation.get("operation").set(name);
        operation.get("address").setEmptyList();
        for (int i = 0; i < address.length; i += 2) {
            operation.get("address").add(address[i], address[i + 1]);
        }
        return operation;
    }

    ModelNode deploy(Path archive) throws IOException {
        ModelNode add = operation("add", "deployment", archive.getFileName().toString());
        ModelNode content = new ModelNode();
        content.get("archive").set(true);
        content.get("path").set(archive.toAbsolutePath().toString());
        add.get("content").add(content);
        add.get("enabled").set(true);
        return execute(add);
    }

    void undeploy(Path archive) throws IOException {
        ModelNode answer = execute("remove", "deployment", archive.getFileName().toString());
        if (!answer.get("outcome").asString().equals("success")) {
            throw new IllegalStateException(answer.toString());
        }
    }

    ModelNode metric(String name) throws IOException {
        ModelNode read = operation("read-attribute", "subsystem", "sip-servlets");
        read.get("name").set(name);
        return execute(read).get("result");
    }

    /** How many objects of that class live, after a full collection. */
    long instances(String className) {
        try {
            long pid = ProcessHandle.allProcesses().filter(one -> one.info().arguments()
                    .map(List::of).orElse(List.of()).contains("-Djboss.home.dir=" + home))
                    .findFirst().orElseThrow().pid();
            Process histogram = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                    Long.toString(pid), "GC.class_histogram").start();
            String text = new String(histogram.getInputStream().readAllBytes());
            return text.lines().filter(line -> line.contains(className))
                    .mapToLong(line -> Long.parseLong(line.strip().split("\\s+")[1])).sum();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    String log() {
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    int sipPort() {
        return sipPort;
    }

    @Override
    public void close() throws Exception {
        try (ModelControllerClient open = client) {
            if (open != null) {
                execute("shutdown");
            }
        } finally {
            client = null;
            if (process != null && !process.waitFor(30, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        }
    }

    private ProcessBuilder process(String command, String... arguments) {
        ProcessBuilder builder = new ProcessBuilder(home.resolve(command).toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().put("JAVA_OPTS", "-Xmx384m -Djava.net.preferIPv4Stack=true");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("CALLWRIGHT_SIP_PORT", Integer.toString(sipPort));
        return builder;
    }

    private static void unzip(Path archive, Path target) throws IOException {
        try (InputStream file = Files.newInputStream(archive); ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path path = target.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    Files.copy(zip, path, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
