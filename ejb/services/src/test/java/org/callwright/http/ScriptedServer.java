package org.callwright.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A server on a real socket that answers exactly the bytes a test tells it to, or none. */
final class ScriptedServer implements AutoCloseable {

    /** Answers one request; returns whether the connection stays open for the next. */
    @FunctionalInterface
    interface Script {

        boolean answer(String path, OutputStream out) throws IOException;
    }

    /** One request as it came. */
    record Seen(String line, List<String> headers, String body) {
    }

    final List<Seen> seen = new CopyOnWriteArrayList<>();
    final List<Socket> connections = new CopyOnWriteArrayList<>();
    final CountDownLatch closed = new CountDownLatch(1);
    private final ServerSocket socket;
    private final Script script;

    ScriptedServer(Script script) {
        try {
            this.socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.script = script;
        daemon(this::accept);
    }

    /** Always answers this. */
    static ScriptedServer answering(String response) {
        return new ScriptedServer((path, out) -> {
            out.write(response.getBytes(StandardCharsets.UTF_8));
            return true;
        });
    }

    static String response(int status, String headers, String body) {
        return "HTTP/1.1 " + status + " X\r\n" + headers + "Content-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    int port() {
        return socket.getLocalPort();
    }

    String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            socket.close();
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connections.add(connection);
                daemon(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            BufferedReader in = new BufferedReader(
                    new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
            boolean open = true;
            while (open) {
                String line = in.readLine();
                if (line == null) {
                    return;
                }
                List<String> headers = new CopyOnWriteArrayList<>();
                for (String header = in.readLine(); !header.isEmpty(); header = in.readLine()) {
                    headers.add(header);
                }
                char[] body = new char[headers.stream().filter(h -> h.toLowerCase().startsWith("content-length:"))
                        .mapToInt(h -> Integer.parseInt(h.substring(15).strip())).findFirst().orElse(0)];
                for (int read = 0; read < body.length;) {
                    read += in.read(body, read, body.length - read);
                }
                seen.add(new Seen(line, headers, new String(body)));
                OutputStream out = connection.getOutputStream();
                open = script.answer(line.split(" ")[1], out);
                out.flush();
            }
        } catch (IOException e) {
            // the client hung up, which is what some tests want
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "scripted-server");
        thread.setDaemon(true);
        thread.start();
    }
}
