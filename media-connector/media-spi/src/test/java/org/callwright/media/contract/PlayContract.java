package org.callwright.media.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.callwright.media.spi.AudioSegment;
import org.callwright.media.spi.MediaServer;
import org.callwright.media.spi.PlayRequest;
import org.callwright.media.spi.PlayResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a player must do. */
interface PlayContract extends ContractWorld {

    @Test
    default void playShouldBeHeardBitExactAndExactlyPaced(@TempDir Path folder) throws Exception {
        short[] prompt = Signals.marked(8000 + 77);
        Path file = Wav.write(folder.resolve("prompt.wav"), prompt);
        try (MediaServer server = start(); Call call = Call.up(server).hearing()) {
            PlayResult result = Eventually.result(call.play(new AudioSegment.File(file)));
            assertThat(result).isEqualTo(new PlayResult(PlayResult.Reason.COMPLETED, Signals.length(8077), ""));
            Eventually.eventually("the end of the prompt is heard",
                    () -> Signals.find(call.peer.heard(), prompt) >= 0);
            List<RtpPeer.Packet> packets = List.copyOf(call.peer.received());
            for (int i = 1; i < packets.size(); i++) {
                RtpPeer.Packet before = packets.get(i - 1);
                assertThat(packets.get(i).sequence()).isEqualTo(before.sequence() + 1 & 0xFFFF);
                assertThat(packets.get(i).timestamp() - before.timestamp()).isEqualTo(160);
                assertThat(packets.get(i).ssrc()).isEqualTo(before.ssrc());
                assertThat(packets.get(i).payload()).hasSize(160);
            }
            long streamMs = (packets.size() - 1) * 20L;
            long clockMs = (packets.get(packets.size() - 1).arrival() - packets.get(0).arrival()) / 1_000_000;
            assertThat(clockMs).isBetween(streamMs - 250, streamMs + 250);
        }
    }

    @Test
    default void streamShouldFlowBeforeAndAfterAPrompt(@TempDir Path folder) throws Exception {
        try (MediaServer server = start(); Call call = Call.up(server).hearing()) {
            assertThat(call.peer.received().get(0).marker()).isTrue();
            assertThat(call.peer.received().get(0).payload()).containsOnly(0xFF);
            Eventually.result(call.play(new AudioSegment.Tone(800, -10, Duration.ofMillis(100))));
            int atEnd = call.peer.received().size();
            Eventually.eventually("silence goes on after the prompt", () -> call.peer.received().size() > atEnd + 10);
            long markers = call.peer.received().stream().filter(RtpPeer.Packet::marker).count();
            assertThat(markers).isEqualTo(2);
        }
    }

    @Test
    default void segmentsShouldFollowWithoutGapAndRepeat(@TempDir Path folder) throws Exception {
        short[] one = Signals.marked(1003);
        short[] two = Signals.noise(901);
        Path first = Wav.write(folder.resolve("one.wav"), one);
        Path second = Wav.write(folder.resolve("two.wav"), two);
        short[] once = Signals.concat(one, new short[320], two);
        try (MediaServer server = start(); Call call = Call.up(server).hearing()) {
            PlayResult result = Eventually.result(call.group.player().play(new PlayRequest(List.of(
                    new AudioSegment.File(first), new AudioSegment.Silence(Duration.ofMillis(40)),
                    new AudioSegment.File(second)), 3)));
            assertThat(result.reason()).isEqualTo(PlayResult.Reason.COMPLETED);
            assertThat(result.played()).isEqualTo(Signals.length(3 * once.length));
            Eventually.eventually("all three passes are heard without a gap", () -> Signals.find(call.peer.heard(),
                    Signals.concat(once, once, once)) >= 0);
        }
    }

    @Test
    default void longFileShouldPlayToItsEnd(@TempDir Path folder) throws Exception {
        short[] prompt = Signals.marked(8000 * 11);
        Path file = Wav.write(folder.resolve("long.wav"), prompt);
        try (MediaServer server = start(); Call call = Call.up(server).hearing()) {
            Eventually.result(call.play(new AudioSegment.File(file)));
            Eventually.eventually("all of it is heard",
                    () -> Signals.find(call.peer.heard(), prompt) >= 0);
        }
    }

    @Test
    default void requestsShouldWaitForTheirTurn(@TempDir Path folder) throws Exception {
        try (MediaServer server = start(); Call call = Call.up(server).hearing()) {
            CompletionStage<PlayResult> first = call.play(new AudioSegment.Tone(500, -10, Duration.ofMillis(300)));
            CompletionStage<PlayResult> second = call.play(new AudioSegment.Tone(1500, -10, Duration.ofMillis(300)));
            Eventually.result(second);
            assertThat(first.toCompletableFuture()).isCompleted();
            Eventually.eventually("one tone follows the other", () -> {
                short[] heard = Signals.trimmed(call.peer.heard());
                return heard.length >= 4700 && Signals.tone(Arrays.copyOfRange(heard, 200, 2200), 500)
                        && Signals.tone(Arrays.copyOfRange(heard, 2600, 4600), 1500);
            });
        }
    }

    @Test
    default void stopShouldEndTheRunningAndDropTheWaiting() throws Exception {
        try (MediaServer server = start(); Call call = Call.up(server).hearing()) {
            CompletionStage<PlayResult> endless = call.group.player().play(new PlayRequest(
                    List.of(new AudioSegment.Tone(500, -10, Duration.ofMillis(60))), 0));
            CompletionStage<PlayResult> waiting = call.play(new AudioSegment.Silence(Duration.ofSeconds(1)));
            Eventually.eventually("the tone is heard", () -> Signals.trimmed(call.peer.heard()).length > 3200);
            call.group.player().stop();
            PlayResult stopped = Eventually.result(endless);
            assertThat(stopped.reason()).isEqualTo(PlayResult.Reason.STOPPED);
            assertThat(stopped.played()).isGreaterThan(Duration.ofMillis(350));
            assertThat(Eventually.result(waiting)).isEqualTo(
                    new PlayResult(PlayResult.Reason.STOPPED, Duration.ZERO, ""));
            int packets = call.peer.received().size();
            Eventually.eventually("silence follows", () -> call.peer.received().size() > packets + 20);
            assertThat(call.peer.received().get(call.peer.received().size() - 1).payload()).containsOnly(0xFF);
        }
    }

    @Test
    default void unreadableFilesShouldFailWithTheirReasonAndLeaveTheLegUsable(@TempDir Path folder) throws Exception {
        Path text = Files.writeString(folder.resolve("text.wav"), "this is no sound");
        try (MediaServer server = start(); Call call = Call.up(server)) {
            PlayResult missing = Eventually.result(call.play(new AudioSegment.File(folder.resolve("none.wav"))));
            PlayResult noWav = Eventually.result(call.play(new AudioSegment.File(text)));
            assertThat(missing.reason()).isEqualTo(PlayResult.Reason.FAILED);
            assertThat(missing.detail()).contains("none.wav");
            assertThat(noWav.reason()).isEqualTo(PlayResult.Reason.FAILED);
            assertThat(noWav.detail()).isNotEmpty();
            PlayResult good = Eventually.result(call.play(new AudioSegment.Silence(Duration.ofMillis(40))));
            assertThat(good.reason()).isEqualTo(PlayResult.Reason.COMPLETED);
        }
    }
}
