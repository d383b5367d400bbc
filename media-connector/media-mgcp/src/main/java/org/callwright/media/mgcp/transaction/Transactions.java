package org.callwright.media.mgcp.transaction;

import java.net.InetSocketAddress;
import java.util.List;
import org.callwright.media.mgcp.message.Malformed;
import org.callwright.media.mgcp.message.MgcpCommand;
import org.callwright.media.mgcp.message.MgcpResponse;
import org.callwright.media.mgcp.message.MgcpWriter;
import org.callwright.media.mgcp.message.Received;
import org.callwright.media.mgcp.message.ReturnCode;

/** Both halves of the transaction layer, without the socket. Belongs to the loop. */
final class Transactions {

    final ClientTransactions client;
    final ServerTransactions server;
    private final MgcpWriter writer;
    private final Outgoing out;
    private final TransactionCounters counters;

    Transactions(Loop loop, TransactionSettings settings, Outgoing out, CommandHandler handler,
            TransactionCounters counters, int firstId) {
        this.out = out;
        this.counters = counters;
        this.writer = new MgcpWriter(settings.lineEnding());
        client = new ClientTransactions(loop, settings, out, counters, firstId);
        server = new ServerTransactions(loop, settings, out, handler, counters);
    }

    /** Takes one message of a datagram. */
    void receive(Received received, InetSocketAddress from) {
        if (received instanceof MgcpCommand command) {
            if (!server.receive(command, from)) {
                refuse(command.transactionId(), ReturnCode.BUSY, "too many transactions", from);
            }
        } else if (received instanceof MgcpResponse response) {
            if (response.acknowledgement()) {
                server.acknowledged(from, response.transactionId());
            } else {
                client.receive(response, from);
            }
        } else if (received instanceof Malformed malformed) {
            counters.malformed.increment();
            if (malformed.answerable()) {
                refuse(malformed.transactionId(), malformed.code(), malformed.reason(), from);
            }
        }
    }

    private void refuse(int transactionId, int code, String reason, InetSocketAddress to) {
        out.send(writer.write(List.of(MgcpResponse.of(code, reason).withTransactionId(transactionId))), to);
    }

    void close() {
        client.close();
        server.close();
    }
}
