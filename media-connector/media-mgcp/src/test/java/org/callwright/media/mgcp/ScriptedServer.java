package org.callwright.media.mgcp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.callwright.media.mgcp.message.EndpointName;
import org.callwright.media.mgcp.message.LineEnding;
import org.callwright.media.mgcp.message.MgcpCommand;
import org.callwright.media.mgcp.message.MgcpMessage;
import org.callwright.media.mgcp.message.MgcpReader;
import org.callwright.media.mgcp.message.MgcpResponse;
import org.callwright.media.mgcp.message.MgcpWriter;
import org.callwright.media.mgcp.message.ParameterNames;
import org.callwright.media.mgcp.message.Parameters;
import org.callwright.media.mgcp.message.Received;
import org.callwright.media.mgcp.message.ReturnCode;
import org.callwright.media.mgcp.message.Verb;

/**
 * A media server without media: keeps what it was told and answers as a test says; by default it agrees to all. When it
 * is to give no answer nothing comes from it at all, as from one that is dead.
 */
public final class ScriptedServer implements AutoCloseable {

    public static final String SDP = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n"
            + "m=audio 20000 RTP/AVP 0\r\n";

    private final MgcpWriter writer = new MgcpWriter(LineEnding.LF);
    private final DatagramSocket socket;
    private final List<MgcpCommand> commands = new CopyOnWriteArrayList<>();
    private final Map<Integer, Optional<MgcpResponse>> answered = new HashMap<>();
    private final AtomicInteger endpoints = new AtomicInteger();
    private final AtomicInteger transactions = new AtomicInteger();
    private volatile Function<MgcpCommand, MgcpResponse> script = this::agree;
    private volatile InetSocketAddress agent;

    public ScriptedServer() throws IOException {
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::read, "scripted-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void read() {
        DatagramPacket packet = new DatagramPacket(new byte[MgcpReader.MAX_BYTES], MgcpReader.MAX_BYTES);
        while (!socket.isClosed()) {
            try {
                packet.setLength(MgcpReader.MAX_BYTES);
                socket.receive(packet);
                InetSocketAddress from = (InetSocketAddress) packet.getSocketAddress();
                for (Received received : MgcpReader.read(packet.getData(), packet.getLength())) {
                    if (received instanceof MgcpCommand command) {
                        agent = from;
                        execute(command);
                    }
                }
            } catch (IOException e) {
                // closed, or the call agent is
            }
        }
    }

    /** A command that comes again is answered as before. */
    private void execute(MgcpCommand command) {
        Optional<MgcpResponse> response = answered.get(command.transactionId());
        if (response == null) {
            commands.add(command);
            response = Optional.ofNullable(script.apply(command));
            answered.put(command.transactionId(), response);
        }
        response.ifPresent(given -> send(given.withTransactionId(command.transactionId())));
    }

    private void send(MgcpMessage message) {
        byte[] bytes = writer.write(List.of(message));
        try {
            socket.send(new DatagramPacket(bytes, bytes.length, agent));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String name() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    /** From now on commands are answered so; null is no answer. */
    public void script(Function<MgcpCommand, MgcpResponse> answers) {
        script = answers;
    }

    /** The call agent that was last heard from. */
    public InetSocketAddress agent() {
        return agent;
    }

    /** What a server says that has nothing against it. */
    public MgcpResponse agree(MgcpCommand command) {
        if (command.verb() == Verb.CRCX) {
            int number = endpoints.incrementAndGet();
            return MgcpResponse.of(ReturnCode.OK).with(ParameterNames.CONNECTION_ID, "C" + number)
                    .with(ParameterNames.SPECIFIC_ENDPOINT,
                            command.endpoint().local().replace("$", String.valueOf(number)) + '@' + name())
                    .withDescription(SDP);
        }
        return MgcpResponse.of(command.verb() == Verb.DLCX ? ReturnCode.DELETED : ReturnCode.OK);
    }

    /** What was asked of it, probes aside. */
    public List<MgcpCommand> commands() {
        return commands.stream().filter(command -> command.verb() != Verb.AUEP).toList();
    }

    public List<MgcpCommand> commands(Verb verb) {
        return commands.stream().filter(command -> command.verb() == verb).toList();
    }

    /** Tells the call agent that was last heard from an event of an endpoint. */
    public void notify(EndpointName endpoint, String requestId, String observed) {
        send(MgcpCommand.of(Verb.NTFY, endpoint, Parameters.of(ParameterNames.REQUEST_ID, requestId,
                ParameterNames.OBSERVED_EVENTS, observed)).withTransactionId(transactions.incrementAndGet()));
    }

    public void restart(String method) {
        restart(method, "*");
    }

    /** Tells the call agent so of these endpoints. */
    public void restart(String method, String endpoints) {
        send(MgcpCommand.of(Verb.RSIP, new EndpointName(endpoints, name()),
                Parameters.of(ParameterNames.RESTART_METHOD, method))
                .withTransactionId(transactions.incrementAndGet()));
    }

    @Override
    public void close() {
        socket.close();
    }
}
