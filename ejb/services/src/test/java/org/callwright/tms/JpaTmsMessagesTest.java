package org.callwright.tms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract on the real store, and what only that one has. */
class JpaTmsMessagesTest extends TmsMessagesContract {

    @TempDir
    Path folder;
    private TmsWorld world;

    @BeforeEach
    void open() {
        world = new TmsWorld(folder);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Override
    protected TmsMessages messages() {
        return world.messages;
    }

    @Override
    protected void build() {
        world.build();
    }

    private static MessageOrder keyed(Optional<String> from) {
        return new MessageOrder(ACME, new Content.Say("Hello"), from, 0, Duration.ZERO, Optional.of("key"));
    }

    @Test
    void accountsFirstNumberShouldBeTheDefault() {
        assertThat(accept(keyed(Optional.empty()), "6515551001").fromNumber()).contains("+16515550000");
        assertThat(accept(new MessageOrder(OTHER, new Content.Say("Hello"), Optional.empty(), 0, Duration.ZERO,
                Optional.empty()), "6515551001").fromNumber()).isEmpty();
    }

    @Test
    void sameRequestAfterTheWindowShouldBeAnotherMessage() {
        TmsMessage first = accept(keyed(Optional.empty()), "6515551001");
        world.now = world.now.plusSeconds(9);
        assertThat(accept(keyed(Optional.empty()), "6515551001").id()).isEqualTo(first.id());
        world.now = world.now.plusSeconds(2);
        TmsMessage second = accept(keyed(Optional.empty()), "6515551001");
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(accept(keyed(Optional.empty()), "6515551001").id()).isEqualTo(second.id());
        world.now = world.now.plusSeconds(60);
        world.outcomes.tidy(world.now);
        assertThat(accept(keyed(Optional.empty()), "6515551001").id()).isNotEqualTo(second.id());
    }
}
