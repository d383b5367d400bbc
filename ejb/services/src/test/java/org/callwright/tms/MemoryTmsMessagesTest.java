package org.callwright.tms;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** The dialect's own tests stand on it, so it must do as the real one does. */
class MemoryTmsMessagesTest extends TmsMessagesContract {

    private final MemoryTmsMessages messages =
            new MemoryTmsMessages(Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));

    @Override
    protected TmsMessages messages() {
        return messages;
    }

    @Override
    protected void build() {
        messages.build();
    }
}
