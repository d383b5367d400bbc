package org.callwright.media.mgcp.transaction;

import java.time.Duration;
import org.callwright.media.mgcp.message.LineEnding;

/**
 * How transactions go (RFC 3435, 3.5 and 4.3).
 *
 * @param lineEnding of what we write
 * @param firstRetransmission after so long without a response a command is sent again; doubled each time
 * @param maxRetransmission longest time between two of them
 * @param longTransaction time between two of them once a provisional response has come
 * @param timeout after which a command has failed (T-MAX); longer by {@code longTransaction} once a provisional
 *        response has come
 * @param history how long responses are kept to answer repeated commands (T-HIST); longer than the peer's timeout and
 *        the longest time that a datagram is under way
 * @param provisionalAfter a command that is not answered so soon gets a provisional response
 * @param maxCached transactions of peers that are kept at once
 * @param acknowledge whether commands tell which responses have come ({@code K:})
 */
public record TransactionSettings(
        LineEnding lineEnding,
        Duration firstRetransmission,
        Duration maxRetransmission,
        Duration longTransaction,
        Duration timeout,
        Duration history,
        Duration provisionalAfter,
        int maxCached,
        boolean acknowledge) {

    /** What the RFC proposes. */
    public static TransactionSettings defaults() {
        return new TransactionSettings(LineEnding.CRLF, Duration.ofMillis(200), Duration.ofSeconds(4),
                Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(30), Duration.ofMillis(150), 50_000,
                true);
    }

    public TransactionSettings withLineEnding(LineEnding other) {
        return new TransactionSettings(other, firstRetransmission, maxRetransmission, longTransaction, timeout,
                history, provisionalAfter, maxCached, acknowledge);
    }

    public TransactionSettings withTimeout(Duration other) {
        return new TransactionSettings(lineEnding, firstRetransmission, maxRetransmission, longTransaction, other,
                history, provisionalAfter, maxCached, acknowledge);
    }

    public TransactionSettings withAcknowledge(boolean other) {
        return new TransactionSettings(lineEnding, firstRetransmission, maxRetransmission, longTransaction, timeout,
                history, provisionalAfter, maxCached, other);
    }
}
