package org.callwright.media.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletionStage;
import org.callwright.media.spi.MediaServer;
import org.callwright.media.spi.MediaStatistics;
import org.callwright.media.spi.RecordResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a recording must be when the network or the sender misbehaves. Packets are sent in bursts: no time passes. */
interface LossContract extends ContractWorld {

    /** A recording of what the sender sends, from its first frame on, and what was sent without any mishap. */
    final class Recording {

        private final Call call;
        private final Path file;
        private final CompletionStage<RecordResult> result;
        final byte[] codes = Mulaw.encode(Signals.marked(160 * 40));

        Recording(Call call, Path folder) {
            this.call = call;
            this.file = folder.resolve("r.wav");
            this.result = call.record(file);
            Eventually.eventually("the file is there", () -> Files.exists(file));
        }

        byte[] frame(int number) {
            return Arrays.copyOfRange(codes, number * 160, number * 160 + 160);
        }

        void frames(int from, int to) {
            for (int i = from; i < to; i++) {
                call.peer.frame(frame(i));
            }
        }

        short[] decoded(int from, int to) {
            return Mulaw.decode(Arrays.copyOfRange(codes, from * 160, to * 160));
        }

        /** What is in the file, from the first sample of sound on. */
        short[] end() throws Exception {
            call.group.recorder().stop();
            Eventually.result(result);
            short[] all = Wav.read(file);
            int start = Signals.find(all, decoded(0, 1));
            assertThat(start).isGreaterThanOrEqualTo(0);
            return Arrays.copyOfRange(all, start, all.length);
        }
    }

    @Test
    default void lostPacketsShouldBeReplacedByAudioOfTheirLength(@TempDir Path folder) throws Exception {
        try (MediaServer server = start(); Call call = Call.up(server).hearing()) {
            Recording recording = new Recording(call, folder);
            recording.frames(0, 10);
            call.peer.lose(160);
            call.peer.lose(160);
            recording.frames(12, 20);
            short[] samples = recording.end();
            assertThat(Arrays.copyOf(samples, 1600)).isEqualTo(recording.decoded(0, 10));
            assertThat(Arrays.copyOfRange(samples, 1920, 3200)).isEqualTo(recording.decoded(12, 20));
            assertThat(samples).hasSize(3200);
            MediaStatistics statistics = server.statistics();
            assertThat(statistics.packetsLost()).isEqualTo(2);
            assertThat(statistics.framesConcealed()).isEqualTo(2);
        }
    }

    @Test
    default void reorderedPacketsShouldBePutInOrder(@TempDir Path folder) throws Exception {
        try (MediaServer server = start(); Call call = Call.up(server).hearing()) {
            Recording recording = new Recording(call, folder);
            recording.frames(0, 3);
            int number = call.peer.sequence;
            int stamp = call.peer.timestamp;
            for (int frame : new int[] {6, 4, 3, 5, 8, 7}) {
                call.peer.packet(number + frame - 3, stamp + 160 * (frame - 3), false, 0, recording.frame(frame));
            }
            call.peer.sequence += 6;
            call.peer.timestamp += 6 * 160;
            recording.frames(9, 12);
            assertThat(recording.end()).isEqualTo(recording.decoded(0, 12));
            assertThat(server.statistics().packetsLost()).isZero();
            assertThat(server.statistics().framesConcealed()).isZero();
        }
    }

    @Test
    default void repeatedPacketsShouldCountOnce(@TempDir Path folder) throws Exception {
        try (MediaServer server = start(); Call call = Call.up(server).hearing()) {
            Recording recording = new Recording(call, folder);
            for (int i = 0; i < 10; i++) {
                call.peer.packet(call.peer.sequence, call.peer.timestamp, false, 0, recording.frame(i));
                call.peer.frame(recording.frame(i));
            }
            assertThat(recording.end()).isEqualTo(recording.decoded(0, 10));
            assertThat(server.statistics().packetsDiscarded()).isEqualTo(10);
        }
    }

    @Test
    default void pauseOfTheSenderShouldBecomeSilenceOfItsLength(@TempDir Path folder) throws Exception {
        try (MediaServer server = start(); Call call = Call.up(server).hearing()) {
            Recording recording = new Recording(call, folder);
            recording.frames(0, 5);
            call.peer.timestamp += 2000;
            recording.frames(5, 10);
            assertThat(recording.end()).isEqualTo(
                    Signals.concat(recording.decoded(0, 5), new short[2000], recording.decoded(5, 10)));
            assertThat(server.statistics().framesConcealed()).isZero();
        }
    }

    @Test
    default void comfortNoiseShouldBeSilence(@TempDir Path folder) throws Exception {
        try (MediaServer server = start(); Call call = Call.up(server).hearing()) {
            Recording recording = new Recording(call, folder);
            recording.frames(0, 5);
            call.peer.packet(call.peer.sequence++, call.peer.timestamp, false, 13, new byte[] {70});
            call.peer.timestamp += 800;
            recording.frames(5, 10);
            assertThat(recording.end()).isEqualTo(
                    Signals.concat(recording.decoded(0, 5), new short[800], recording.decoded(5, 10)));
        }
    }

    @Test
    default void newSourceNumbersShouldNotCutTheRecording(@TempDir Path folder) throws Exception {
        try (MediaServer server = start(); Call call = Call.up(server).hearing()) {
            Recording recording = new Recording(call, folder);
            recording.frames(0, 5);
            call.peer.ssrc = 0x0BAD_CAFE;
            call.peer.sequence = 17;
            call.peer.timestamp = 99;
            recording.frames(5, 10);
            assertThat(recording.end()).isEqualTo(recording.decoded(0, 10));
        }
    }

    @Test
    default void leapsOfTheTimestampShouldNotCutOrStretchTheRecording(@TempDir Path folder) throws Exception {
        try (MediaServer server = start(); Call call = Call.up(server).hearing()) {
            Recording recording = new Recording(call, folder);
            recording.frames(0, 5);
            call.peer.timestamp += 800_000;
            recording.frames(5, 10);
            call.peer.timestamp -= 500_000;
            recording.frames(10, 15);
            assertThat(recording.end()).isEqualTo(recording.decoded(0, 15));
        }
    }

    @Test
    default void packetsOfOtherLengthsShouldFit(@TempDir Path folder) throws Exception {
        try (MediaServer server = start(); Call call = Call.up(server).hearing()) {
            Recording recording = new Recording(call, folder);
            int[] lengths = {160, 80, 240, 480, 160, 800, 80};
            int at = 0;
            for (int length : lengths) {
                call.peer.frame(Arrays.copyOfRange(recording.codes, at, at + length));
                at += length;
            }
            assertThat(recording.end()).isEqualTo(Mulaw.decode(Arrays.copyOf(recording.codes, at)));
        }
    }

    @Test
    default void malformedAndForeignPacketsShouldBeDroppedAndCounted(@TempDir Path folder) throws Exception {
        try (MediaServer server = start(); Call call = Call.up(server).hearing(); RtpPeer stranger = new RtpPeer()) {
            Recording recording = new Recording(call, folder);
            recording.frames(0, 3);
            Eventually.eventually("the stream is known", () -> server.statistics().packetsReceived() == 3);
            call.peer.raw(new byte[] {1, 2, 3});
            call.peer.raw(new byte[40]);
            call.peer.packet(7, 7, false, 77, new byte[160]);
            call.peer.packet(7, 7, false, 0, new byte[0]);
            stranger.sendTo(call.answer);
            stranger.send(Mulaw.encode(Signals.noise(160 * 12)));
            recording.frames(3, 6);
            assertThat(recording.end()).isEqualTo(recording.decoded(0, 6));
            assertThat(server.statistics().packetsDiscarded()).isEqualTo(4 + 12);
            assertThat(stranger.received()).isEmpty();
        }
    }
}
