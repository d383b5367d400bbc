package org.callwright.sip.container.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;

public final class TcpPhone implements Phone {
    private final Socket socket;

    public TcpPhone(int serverPort) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), serverPort);
        socket.setTcpNoDelay(true);
    }

    @Override
    public void send(String message) throws IOException {
        socket.getOutputStream().write(message.getBytes(UTF_8));
    }

    @Override
    public SipText receive(Duration limit) throws IOException {
        socket.setSoTimeout((int) limit.toMillis());
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(UTF_8).endsWith("\r\n\r\n")) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (head.size() > 0 || (next != '\r' && next != '\n')) {
                head.write(next);
            }
        }
        int length = new SipText(head.toString(UTF_8)).header("Content-Length").map(Integer::parseInt).orElse(0);
        head.write(socket.getInputStream().readNBytes(length));
        return new SipText(head.toString(UTF_8));
    }

    @Override
    public String sentBy() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    @Override
    public String transport() {
        return "TCP";
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
