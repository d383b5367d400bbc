package org.callwright.media.mgcp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.callwright.media.mgcp.message.EndpointName;
import org.callwright.media.mgcp.message.MgcpCommand;
import org.callwright.media.mgcp.message.MgcpResponse;
import org.callwright.media.mgcp.message.ParameterNames;
import org.callwright.media.mgcp.message.Parameters;
import org.callwright.media.mgcp.message.ReturnCode;
import org.callwright.media.mgcp.message.Verb;
import org.callwright.media.mgcp.transaction.MgcpPeer;
import org.callwright.media.mgcp.transaction.TransactionSettings;

/** A media server without media: keeps what it was told and answers as a test says; by default it agrees to all. */
public final class ScriptedServer implements AutoCloseable {

    public static final String SDP = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n"
            + "m=audio 20000 RTP/AVP 0\r\n";

    private final MgcpPeer peer;
    private final List<MgcpCommand> commands = new CopyOnWriteArrayList<>();
    private final AtomicInteger endpoints = new AtomicInteger();
    private volatile Function<MgcpCommand, MgcpResponse> script = this::agree;
    private volatile InetSocketAddress agent;

    public ScriptedServer() throws IOException {
        peer = MgcpPeer.bind(new InetSocketAddress("127.0.0.1", 0), TransactionSettings.defaults(),
                (command, from, reply) -> {
                    agent = from;
                    commands.add(command);
                    MgcpResponse response = script.apply(command);
                    if (response != null) {
                        reply.respond(response);
                    }
                });
    }

    public String name() {
        return "127.0.0.1:" + peer.localAddress().getPort();
    }

    /** From now on commands are answered so; null is no answer. */
    public void script(Function<MgcpCommand, MgcpResponse> answers) {
        script = answers;
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
                ParameterNames.OBSERVED_EVENTS, observed)));
    }

    public void restart(String method) {
        send(MgcpCommand.of(Verb.RSIP, new EndpointName("*", name()),
                Parameters.of(ParameterNames.RESTART_METHOD, method)));
    }

    private void send(MgcpCommand command) {
        peer.send(command, agent);
    }

    @Override
    public void close() {
        peer.close();
    }
}
