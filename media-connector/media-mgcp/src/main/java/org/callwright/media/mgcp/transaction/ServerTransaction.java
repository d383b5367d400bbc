package org.callwright.media.mgcp.transaction;

import java.util.List;
import java.util.function.Consumer;
import org.callwright.media.mgcp.message.MgcpResponse;
import org.callwright.media.mgcp.message.MgcpWriter;
import org.callwright.media.mgcp.message.ParameterNames;
import org.callwright.media.mgcp.message.ReturnCode;

/**
 * A command of a peer: being executed, then answered, and at last forgotten. When its execution takes long, a
 * provisional response says so, and then the final one is sent until the peer acknowledges it (RFC 3435, 3.5.6).
 * Belongs to the loop.
 */
final class ServerTransaction {

    private final int id;
    private final MgcpWriter writer;
    private final Consumer<byte[]> out;
    private final Retransmission retransmission;
    private final Loop.Cancellable provisionalTimer;
    private boolean provisionalSent;
    private boolean answered;
    private boolean acknowledged;
    private byte[] response = {};

    ServerTransaction(int id, Loop loop, TransactionSettings settings, Consumer<byte[]> out) {
        this.id = id;
        this.writer = new MgcpWriter(settings.lineEnding());
        this.out = out;
        retransmission = new Retransmission(loop, settings, () -> out.accept(response));
        provisionalTimer = loop.schedule(settings.provisionalAfter(), this::provisional);
    }

    private void provisional() {
        if (!answered) {
            provisionalSent = true;
            out.accept(writer.write(List.of(MgcpResponse.of(ReturnCode.PROVISIONAL).withTransactionId(id))));
        }
    }

    boolean answered() {
        return answered;
    }

    /** The command came again. */
    void repeated() {
        if (!answered) {
            provisional();
        } else if (!acknowledged) {
            out.accept(response);
        }
    }

    /** The first response is sent; further ones are not. */
    void respond(MgcpResponse given) {
        if (answered) {
            return;
        }
        answered = true;
        provisionalTimer.cancel();
        MgcpResponse whole = given.withTransactionId(id);
        response = writer.write(List.of(provisionalSent ? whole.with(ParameterNames.RESPONSE_ACK, "") : whole));
        out.accept(response);
        if (provisionalSent) {
            retransmission.start();
        }
    }

    /** The peer has the response; it is not needed any more. */
    void acknowledged() {
        if (answered) {
            acknowledged = true;
            retransmission.stop();
            response = new byte[0];
        }
    }

    /** Nothing more is sent. */
    void forget() {
        provisionalTimer.cancel();
        retransmission.stop();
    }
}
