package org.callwright.media.mgcp.transaction;

import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.callwright.media.mgcp.message.MgcpCommand;
import org.callwright.media.mgcp.message.MgcpResponse;
import org.callwright.media.mgcp.message.ParameterNames;
import org.callwright.media.mgcp.message.ReturnCode;

/**
 * Executes the commands of peers at most once: a command is known by its source and its transaction id for as long as
 * its sender may repeat it. When there are too many to remember, new ones are refused rather than old ones forgotten.
 * Belongs to the loop.
 */
final class ServerTransactions {

    private final Loop loop;
    private final TransactionSettings settings;
    private final Outgoing out;
    private final CommandHandler handler;
    private final TransactionCounters counters;
    private final Map<Key, ServerTransaction> transactions = new HashMap<>();
    private final Deque<Expiry> expiries = new ArrayDeque<>();

    private record Key(InetSocketAddress source, int id) {
    }

    private record Expiry(Key key, long at) {
    }

    ServerTransactions(Loop loop, TransactionSettings settings, Outgoing out, CommandHandler handler,
            TransactionCounters counters) {
        this.loop = loop;
        this.settings = settings;
        this.out = out;
        this.handler = handler;
        this.counters = counters;
    }

    /** Executes it, or answers again when it is known; whether it could be taken. */
    boolean receive(MgcpCommand command, InetSocketAddress from) {
        forgetOld();
        Key key = new Key(from, command.transactionId());
        ServerTransaction known = transactions.get(key);
        if (known != null) {
            counters.repeated.increment();
            known.repeated();
            return true;
        }
        command.parameters().get(ParameterNames.RESPONSE_ACK).ifPresent(ids ->
                ResponseAck.parse(ids).forEach(id -> acknowledged(from, id)));
        if (transactions.size() >= settings.maxCached()) {
            counters.refused.increment();
            return false;
        }
        counters.executed.increment();
        ServerTransaction transaction = new ServerTransaction(command.transactionId(), loop, settings,
                datagram -> out.send(datagram, from));
        transactions.put(key, transaction);
        execute(command, from, response -> loop.execute(() -> respond(key, transaction, response)));
        return true;
    }

    private void execute(MgcpCommand command, InetSocketAddress from, Reply reply) {
        try {
            handler.handle(command, from, reply);
        } catch (RuntimeException e) {
            reply.respond(MgcpResponse.of(ReturnCode.TRANSIENT_ERROR, "the command could not be executed"));
            throw e;
        }
    }

    private void respond(Key key, ServerTransaction transaction, MgcpResponse response) {
        if (!transaction.answered()) {
            expiries.add(new Expiry(key, loop.nanoTime() + settings.history().toNanos()));
            transaction.respond(response);
        }
    }

    /** The peer has the response to that transaction. */
    void acknowledged(InetSocketAddress from, int id) {
        ServerTransaction transaction = transactions.get(new Key(from, id));
        if (transaction != null) {
            transaction.acknowledged();
        }
    }

    private void forgetOld() {
        while (!expiries.isEmpty() && loop.nanoTime() - expiries.peek().at() >= 0) {
            ServerTransaction old = transactions.remove(expiries.remove().key());
            if (old != null) {
                old.forget();
            }
        }
    }

    void close() {
        transactions.values().forEach(ServerTransaction::forget);
        transactions.clear();
        expiries.clear();
    }
}
