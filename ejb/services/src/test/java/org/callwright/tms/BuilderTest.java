package org.callwright.tms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.tms.TmsWorld.ACME;
import static org.callwright.tms.TmsWorld.OTHER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.callwright.accounts.Account;
import org.callwright.settings.Settings;
import org.callwright.telesign.CustomerStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuilderTest {

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

    private TmsMessage accept(Account account, int recipients) {
        try (Intake intake = world.messages.intake()) {
            for (int i = 0; i < recipients; i++) {
                intake.add(String.format("+1651%07d", i + 2_000_000));
            }
            return intake.accept(new MessageOrder(account.sid(), new Content.Say("Hello"), Optional.empty(), 0,
                    Duration.ZERO, Optional.empty()));
        }
    }

    private long total(TmsMessage message) {
        return world.messages.counts(message).total();
    }

    @Test
    void longListShouldBeBuiltPieceByPieceAndBeNewMeanwhile() {
        TmsMessage message = accept(ACME, 2_500);
        assertThat(world.builder.build()).isTrue();
        assertThat(total(message)).isEqualTo(1_000);
        assertThat(world.now(message).status()).isEqualTo(MessageStatus.NEW);
        world.build();
        assertThat(total(message)).isEqualTo(2_500);
        assertThat(world.now(message).status()).isEqualTo(MessageStatus.QUEUED);
        assertThat(world.builder.build()).isFalse();
    }

    @Test
    void longListShouldNotHoldUpAShortOne() {
        TmsMessage longOne = accept(ACME, 3_000);
        world.builder.build();
        TmsMessage shortOne = accept(OTHER, 10);
        world.builder.build();
        assertThat(total(shortOne)).isEqualTo(10);
        assertThat(total(longOne)).isEqualTo(1_000);
    }

    @Test
    void numberThatCameInAnEarlierPieceShouldBeLeftOut() {
        try (Intake intake = world.messages.intake()) {
            for (int i = 0; i < 1_500; i++) {
                intake.add(String.format("+1651%07d", i % 1_000 + 2_000_000));
            }
            TmsMessage message = intake.accept(new MessageOrder(ACME.sid(), new Content.Say("Hello"),
                    Optional.empty(), 0, Duration.ZERO, Optional.empty()));
            world.build();
            assertThat(total(message)).isEqualTo(1_000);
        }
    }

    @Test
    void spooledRecipientsShouldAllArriveAndTheirFileGo() throws IOException {
        TmsMessage message = accept(ACME, 20_000);
        world.build();
        assertThat(total(message)).isEqualTo(20_000);
        try (Stream<Path> left = Files.list(folder.resolve("tmp"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void numberOnThePlatformsBlockListShouldBeBlacklistedAndNeverCalled() {
        world.stores.customers().replaceBlocked(CustomerStore.PLATFORM, List.of("16515551001"));
        TmsMessage message = world.message(ACME, 0, "6515551001");
        world.round();
        assertThat(world.recipient(message, "+16515551001").status()).isEqualTo(RecipientStatus.BLACKLISTED);
        assertThat(world.now(message).status()).isEqualTo(MessageStatus.COMPLETED);
        assertThat(world.engine.placed).isEmpty();
    }

    @Test
    void pieceThatSomebodyElseHasBuiltShouldNotBeBuiltAgain() {
        TmsMessage message = accept(ACME, 5);
        ChunkStore chunks = world.stores.tmsChunks(Settings.fromEnvironment(Map.of()));
        ChunkStore.Chunk chunk = chunks.next().orElseThrow();
        world.build();
        chunks.build(chunk, List.of(new ChunkStore.Entry("late", Optional.empty(), RecipientStatus.FAILED,
                Optional.empty())), world.now);
        assertThat(total(message)).isEqualTo(5);
    }
}
