package org.callwright.media.mgcp.transaction;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.callwright.media.mgcp.message.MgcpCommand;
import org.callwright.media.mgcp.message.MgcpReader;
import org.callwright.media.mgcp.message.MgcpResponse;
import org.callwright.media.mgcp.message.MgcpWriter;
import org.callwright.media.mgcp.message.ParameterNames;
import org.callwright.media.mgcp.message.ReturnCode;

/**
 * Sends our commands until their responses come, and tells peers which responses came. Responses that come again are
 * known as such for a while. Belongs to the loop.
 */
final class ClientTransactions {

    private static final int MAX_ID = 999_999_999;
    private static final int MAX_ACKNOWLEDGED = 40;

    private final Loop loop;
    private final TransactionSettings settings;
    private final Outgoing out;
    private final MgcpWriter writer;
    private final TransactionCounters counters;
    private final Map<Integer, ClientTransaction> waiting = new HashMap<>();
    private final Map<Integer, InetSocketAddress> answered = new HashMap<>();
    private final Deque<Expiry> expiries = new ArrayDeque<>();
    private final Map<InetSocketAddress, List<Integer>> toAcknowledge = new HashMap<>();
    private int lastId;
    private boolean closed;

    private record Expiry(int id, long at) {
    }

    /** A command on its way out. */
    record Sending(MgcpCommand command, CompletableFuture<MgcpResponse> result) {
    }

    ClientTransactions(Loop loop, TransactionSettings settings, Outgoing out, TransactionCounters counters,
            int firstId) {
        this.loop = loop;
        this.settings = settings;
        this.out = out;
        this.writer = new MgcpWriter(settings.lineEnding());
        this.counters = counters;
        this.lastId = firstId;
    }

    /** Sends the commands in one datagram if they fit, and each by itself when it has to be repeated. */
    void send(List<Sending> sendings, InetSocketAddress to, Duration timeout) {
        forgetOld();
        List<MgcpCommand> commands = new ArrayList<>();
        List<Sending> accepted = new ArrayList<>();
        for (Sending sending : sendings) {
            MgcpCommand command = withAcknowledgements(sending.command().withTransactionId(nextId()), to);
            int length = writer.write(List.of(command)).length;
            if (closed) {
                sending.result().completeExceptionally(new MgcpTimeoutException("the socket is closed"));
            } else if (to.isUnresolved()) {
                sending.result().completeExceptionally(new UnknownHostException(to.getHostString()));
            } else if (length > MgcpReader.MAX_BYTES) {
                sending.result().completeExceptionally(
                        new IOException("a command of " + length + " bytes is too long"));
            } else {
                commands.add(command);
                accepted.add(sending);
            }
        }
        for (int i = 0; i < commands.size(); i++) {
            begin(commands.get(i), accepted.get(i).result(), to, timeout);
        }
        byte[] together = writer.write(commands);
        if (together.length <= MgcpReader.MAX_BYTES) {
            if (!commands.isEmpty()) {
                out.send(together, to);
            }
        } else {
            commands.forEach(command -> out.send(writer.write(List.of(command)), to));
        }
    }

    private void begin(MgcpCommand command, CompletableFuture<MgcpResponse> result, InetSocketAddress to,
            Duration timeout) {
        int id = command.transactionId();
        byte[] datagram = writer.write(List.of(command));
        ClientTransaction transaction = new ClientTransaction(loop, settings, to, result, timeout, () -> {
            counters.retransmitted.increment();
            out.send(datagram, to);
        }, () -> timedOut(id, command));
        waiting.put(id, transaction);
        transaction.start();
    }

    private void timedOut(int id, MgcpCommand command) {
        ClientTransaction transaction = waiting.remove(id);
        if (transaction != null) {
            counters.timedOut.increment();
            transaction.fail("no response to " + command.verb() + " from " + transaction.to().getHostString() + ':'
                    + transaction.to().getPort());
        }
    }

    void receive(MgcpResponse response, InetSocketAddress from) {
        forgetOld();
        int id = response.transactionId();
        ClientTransaction transaction = waiting.get(id);
        if (transaction == null || !transaction.isFrom(from)) {
            repeatedOrUnknown(response, from);
        } else if (response.provisional()) {
            transaction.provisional();
        } else {
            waiting.remove(id);
            answered.put(id, from);
            expiries.add(new Expiry(id, loop.nanoTime() + settings.history().toNanos()));
            acknowledge(response, from, transaction.to());
            transaction.complete(response);
        }
    }

    private void repeatedOrUnknown(MgcpResponse response, InetSocketAddress from) {
        if (from.equals(answered.get(response.transactionId()))) {
            counters.repeatedResponses.increment();
            if (response.parameters().has(ParameterNames.RESPONSE_ACK)) {
                acknowledgeAtOnce(response.transactionId(), from);
            }
        } else {
            counters.unknownResponses.increment();
        }
    }

    private void acknowledge(MgcpResponse response, InetSocketAddress from, InetSocketAddress to) {
        if (response.parameters().has(ParameterNames.RESPONSE_ACK)) {
            acknowledgeAtOnce(response.transactionId(), from);
        } else if (settings.acknowledge()) {
            List<Integer> ids = toAcknowledge.computeIfAbsent(to, peer -> new ArrayList<>());
            if (ids.size() < MAX_ACKNOWLEDGED) {
                ids.add(response.transactionId());
            }
        }
    }

    private void acknowledgeAtOnce(int id, InetSocketAddress to) {
        out.send(writer.write(List.of(MgcpResponse.of(ReturnCode.ACKNOWLEDGEMENT).withTransactionId(id))), to);
    }

    private MgcpCommand withAcknowledgements(MgcpCommand command, InetSocketAddress to) {
        List<Integer> ids = toAcknowledge.remove(to);
        return ids == null ? command : command.withParameter(ParameterNames.RESPONSE_ACK,
                ids.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }

    private int nextId() {
        do {
            lastId = lastId % MAX_ID + 1;
        } while (waiting.containsKey(lastId) || answered.containsKey(lastId));
        return lastId;
    }

    private void forgetOld() {
        while (!expiries.isEmpty() && loop.nanoTime() - expiries.peek().at() >= 0) {
            answered.remove(expiries.remove().id());
        }
    }

    void close() {
        closed = true;
        List<ClientTransaction> left = List.copyOf(waiting.values());
        waiting.clear();
        left.forEach(transaction -> transaction.fail("the socket is closed"));
    }
}
