package org.callwright.e2e;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * A server that a test starts and stops by {@code bin/callwright} as an operator does, with a data folder and ports of
 * its own. What its environment says when it is started is what it gets; closing stops it.
 */
record OwnServer(Map<String, String> environment) implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(4);

    /** @param name of its data folder, which is made empty */
    static OwnServer named(String name) throws IOException {
        Map<String, String> environment = new HashMap<>();
        environment.put("CALLWRIGHT_DATA", ServerFolders.empty(name).toString());
        environment.put("CALLWRIGHT_HTTP_PORT", freePort());
        environment.put("CALLWRIGHT_SIP_PORT", freePort());
        environment.put("CALLWRIGHT_MANAGEMENT_PORT", freePort());
        environment.put("CALLWRIGHT_ADMIN_TOKEN", "");
        environment.put("CALLWRIGHT_BOOTSTRAP", "");
        environment.put("CALLWRIGHT_DB_URL", "");
        environment.put("CALLWRIGHT_NODE", "");
        environment.put("CALLWRIGHT_JAVA_OPTS", "-Xmx512m");
        return new OwnServer(environment);
    }

    void set(String key, String value) {
        environment.put(key, value);
    }

    Command command(String command) {
        return Command.run(LIMIT, environment, ServerFolders.CHECKOUT.resolve("bin/callwright").toString(), command);
    }

    /** Starts it; a start that fails is the test's failure. */
    void start() {
        Command start = command("start");
        if (start.exitCode() != 0) {
            throw new AssertionError("the server does not start: " + start.output());
        }
    }

    /** Stops it; having to kill it is the test's failure. */
    void stop() {
        Command stop = command("stop");
        if (stop.exitCode() != 0 || stop.output().contains("killed")) {
            throw new AssertionError("the server does not stop: " + stop.output());
        }
    }

    Path data() {
        return Path.of(environment.get("CALLWRIGHT_DATA"));
    }

    int port(String name) {
        return Integer.parseInt(environment.get("CALLWRIGHT_" + name + "_PORT"));
    }

    RestClient rest(String user, String password) {
        return new RestClient("http://127.0.0.1:" + port("HTTP"), user, password);
    }

    @Override
    public void close() {
        command("stop");
    }

    private static String freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return String.valueOf(socket.getLocalPort());
        }
    }
}
