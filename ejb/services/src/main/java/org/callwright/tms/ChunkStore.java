package org.callwright.tms;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.callwright.call.value.AccountSid;

/** Recipients as they were given, in pieces, that wait to become rows. */
public interface ChunkStore {

    /** A piece of a message's list. */
    record Chunk(long message, int position, AccountSid account, List<String> phones) {

        public Chunk {
            phones = List.copyOf(phones);
        }
    }

    /**
     * A recipient to be.
     *
     * @param number in E.164; empty when it is no number
     * @param status new, or why it is never called
     */
    record Entry(String phone, Optional<String> number, RecipientStatus status, Optional<String> error) {

        /** The same for two entries of which only one is called. */
        public String key() {
            return number.orElse(phone);
        }
    }

    /** The next piece: of all messages the first one comes before any second one. */
    Optional<Chunk> next();

    /**
     * Puts recipients in the piece's place, in one transaction; those that the message has already are left out. Does
     * nothing when the piece is not there any more.
     */
    void build(Chunk chunk, List<Entry> entries, Instant now);
}
