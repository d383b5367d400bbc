package org.callwright.tms;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.callwright.telesign.CustomerStore;

/** Makes recipients of what was given as such, piece by piece, and sorts out who can't or must not be called. */
final class Builder {

    static final String NO_NUMBER = "is not a number";

    private final ChunkStore chunks;
    private final CustomerStore blockLists;
    private final Clock clock;

    Builder(ChunkStore chunks, CustomerStore blockLists, Clock clock) {
        this.chunks = chunks;
        this.blockLists = blockLists;
        this.clock = clock;
    }

    /** Builds one piece; false when there was none. */
    boolean build() {
        Optional<ChunkStore.Chunk> next = chunks.next();
        next.ifPresent(chunk -> chunks.build(chunk, entries(chunk), clock.instant()));
        return next.isPresent();
    }

    private List<ChunkStore.Entry> entries(ChunkStore.Chunk chunk) {
        List<ChunkStore.Entry> entries = chunk.phones().stream().map(Builder::entry).toList();
        Set<String> blocked = blockLists.blocked(CustomerStore.PLATFORM, entries.stream()
                .flatMap(entry -> entry.number().stream())
                .map(Builder::digits)
                .collect(Collectors.toSet()));
        return blocked.isEmpty() ? entries : entries.stream().map(entry -> judged(entry, blocked)).toList();
    }

    private static ChunkStore.Entry entry(String phone) {
        Optional<String> number = PhoneNumbers.e164(phone);
        return number.isPresent()
                ? new ChunkStore.Entry(phone, number, RecipientStatus.NEW, Optional.empty())
                : new ChunkStore.Entry(phone, number, RecipientStatus.FAILED, Optional.of(NO_NUMBER));
    }

    private static ChunkStore.Entry judged(ChunkStore.Entry entry, Set<String> blocked) {
        return entry.number().map(Builder::digits).filter(blocked::contains).isPresent()
                ? new ChunkStore.Entry(entry.phone(), entry.number(), RecipientStatus.BLACKLISTED, Optional.empty())
                : entry;
    }

    private static String digits(String e164) {
        return e164.substring(1);
    }
}
