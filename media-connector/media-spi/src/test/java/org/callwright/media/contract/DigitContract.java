package org.callwright.media.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletionStage;
import org.callwright.media.spi.MediaServer;
import org.callwright.media.spi.RecordResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a signal detector must do with RFC 4733 telephone-events, and with tones. */
interface DigitContract extends ContractWorld {

    String KEYS = "0123456789*#ABCD";

    /** Packets of one event: 20 ms apart in duration, three end packets; only those whose index is asked for. */
    private static void event(RtpPeer peer, char key, int updates, int firstSent, int lastSent) {
        for (int i = 0; i < updates + 3; i++) {
            boolean end = i >= updates;
            int duration = Math.min(updates, i + 1) * 160;
            byte[] payload = {(byte) KEYS.indexOf(key), (byte) (end ? 0x8A : 0x0A), (byte) (duration >> 8),
                (byte) duration};
            if (i >= firstSent && i <= lastSent) {
                peer.packet(peer.sequence, peer.timestamp, i == 0, 101, payload);
            }
            peer.sequence++;
        }
        peer.timestamp += updates * 160;
    }

    private static void key(RtpPeer peer, char key) {
        event(peer, key, 5, 0, Integer.MAX_VALUE);
        peer.timestamp += 400;
    }

    @Test
    default void everyKeyShouldBeToldOnceAndInOrder() throws Exception {
        try (MediaServer server = start(); Call call = Call.up(server).hearing()) {
            for (char key : (KEYS + "1199").toCharArray()) {
                key(call.peer, key);
            }
            Eventually.eventually("all keys are told", () -> call.digits.length() >= KEYS.length() + 4);
            assertThat(call.digits).hasToString(KEYS + "1199");
        }
    }

    /** The call engine asks the leg for it, most tests ask the group. */
    @Test
    default void joinShouldBeTheSameWhicheverSideIsAskedForIt(@TempDir Path folder) throws Exception {
        try (MediaServer server = start(); Call call = Call.joinedByTheLeg(server)) {
            call.offer(call.peer.offer(Sdp.PCMU_AND_EVENTS));
            call.hearing();
            key(call.peer, '5');
            Eventually.eventually("the key is told", () -> call.digits.length() > 0);
            assertThat(call.digits).hasToString("5");
            if (!leftOut().contains(Extra.LIVE_RECORDER)) {
                Path file = folder.resolve("live.wav");
                CompletionStage<RecordResult> live = call.recordLive(file);
                Eventually.eventually("the file is there", () -> Files.exists(file));
                call.group.liveRecorder().stop();
                assertThat(Eventually.result(live).reason()).isEqualTo(RecordResult.Reason.STOPPED);
            }
        }
    }

    @Test
    default void keyShouldBeToldAtItsFirstPacket() throws Exception {
        try (MediaServer server = start(); Call call = Call.up(server).hearing()) {
            event(call.peer, '7', 5, 0, 0);
            Eventually.eventually("the key is told though it is still pressed", () -> call.digits.length() == 1);
            assertThat(call.digits).hasToString("7");
        }
    }

    @Test
    default void lostPacketsOfAnEventShouldNotLoseOrDoubleTheKey() throws Exception {
        try (MediaServer server = start(); Call call = Call.up(server).hearing()) {
            event(call.peer, '1', 5, 4, 99);
            call.peer.timestamp += 400;
            event(call.peer, '2', 5, 0, 3);
            call.peer.timestamp += 400;
            event(call.peer, '3', 5, 7, 7);
            call.peer.timestamp += 400;
            key(call.peer, '4');
            Eventually.eventually("all keys are told", () -> call.digits.length() >= 4);
            assertThat(call.digits).hasToString("1234");
        }
    }

    @Test
    default void keysShouldBeToldThoughTheSendersTimeRanBack() throws Exception {
        try (MediaServer server = start(); Call call = Call.up(server).hearing()) {
            key(call.peer, '1');
            call.peer.timestamp -= 500_000;
            key(call.peer, '2');
            call.peer.timestamp += 2_000_000_000;
            key(call.peer, '3');
            Eventually.eventually("all keys are told", () -> call.digits.length() >= 3);
            assertThat(call.digits).hasToString("123");
        }
    }

    @Test
    default void speechBehindAKeyWhoseEndIsLostShouldBeHeard(@TempDir Path folder) throws Exception {
        byte[] speech = Mulaw.encode(Signals.marked(160 * 10));
        Path file = folder.resolve("r.wav");
        try (MediaServer server = start(); Call call = Call.up(server).hearing()) {
            CompletionStage<RecordResult> recording = call.record(file);
            Eventually.eventually("the file is there", () -> Files.exists(file));
            event(call.peer, '8', 5, 0, 4);
            call.peer.timestamp += 800;
            for (int i = 0; i < 10; i++) {
                call.peer.frame(Arrays.copyOfRange(speech, 160 * i, 160 * i + 160));
            }
            call.group.recorder().stop();
            Eventually.result(recording);
            assertThat(Signals.find(Wav.read(file), Mulaw.decode(speech))).isGreaterThanOrEqualTo(0);
            assertThat(call.digits).hasToString("8");
        }
    }

    @Test
    default void unknownEventsShouldBeIgnored() throws Exception {
        try (MediaServer server = start(); Call call = Call.up(server).hearing()) {
            call.peer.packet(call.peer.sequence++, call.peer.timestamp, true, 101, new byte[] {16, 10, 0, 100});
            call.peer.packet(call.peer.sequence++, call.peer.timestamp, true, 101, new byte[] {1, 10});
            call.peer.timestamp += 800;
            key(call.peer, '5');
            Eventually.eventually("the key is told", () -> call.digits.length() >= 1);
            assertThat(call.digits).hasToString("5");
        }
    }

    @Test
    default void stormOfKeysShouldBeBounded() throws Exception {
        try (MediaServer server = start(); Call call = Call.up(server).hearing()) {
            for (int i = 0; i < 500; i++) {
                call.peer.packet(call.peer.sequence++, call.peer.timestamp, true, 101, new byte[] {1, 10, 0, 100});
                call.peer.timestamp += 160;
            }
            Eventually.eventually("the storm has arrived", () -> server.statistics().packetsReceived() >= 500);
            Eventually.eventually("keys are told", () -> call.digits.length() > 0);
            assertThat(call.digits.length()).isLessThanOrEqualTo(200);
        }
    }

    @Test
    default void toneSentBesideAKeyShouldBeSilenceToo(@TempDir Path folder) throws Exception {
        byte[] speech = Mulaw.encode(Signals.marked(160 * 2));
        byte[] before = Arrays.copyOf(speech, 160);
        byte[] after = Arrays.copyOfRange(speech, 160, 320);
        byte[] tone = Mulaw.encode(Signals.noise(160));
        Path file = folder.resolve("r.wav");
        try (MediaServer server = start(); Call call = Call.up(server).hearing()) {
            CompletionStage<RecordResult> recording = call.record(file);
            Eventually.eventually("the file is there", () -> Files.exists(file));
            call.peer.frame(before);
            int pressed = call.peer.timestamp;
            for (int i = 1; i <= 5; i++) {
                byte[] event = {3, 10, (byte) (160 * i >> 8), (byte) (160 * i)};
                call.peer.packet(call.peer.sequence++, pressed, i == 1, 101, event);
                call.peer.frame(tone);
            }
            byte[] end = {3, (byte) 0x8A, (byte) (800 >> 8), (byte) 800};
            call.peer.packet(call.peer.sequence++, pressed, false, 101, end);
            call.peer.frame(after);
            call.group.recorder().stop();
            Eventually.result(recording);
            short[] expected = Signals.concat(Mulaw.decode(before), new short[800], Mulaw.decode(after));
            assertThat(Signals.find(Wav.read(file), expected)).isGreaterThanOrEqualTo(0);
        }
    }

    @Test
    default void keyShouldBeSilenceInTheRecording(@TempDir Path folder) throws Exception {
        byte[] speech = Mulaw.encode(Signals.marked(160 * 20));
        Path file = folder.resolve("r.wav");
        try (MediaServer server = start(); Call call = Call.up(server).hearing()) {
            CompletionStage<RecordResult> recording = call.record(file);
            Eventually.eventually("the file is there", () -> Files.exists(file));
            for (int i = 0; i < 10; i++) {
                call.peer.frame(Arrays.copyOfRange(speech, 160 * i, 160 * i + 160));
            }
            event(call.peer, '8', 6, 0, 99);
            for (int i = 10; i < 20; i++) {
                call.peer.frame(Arrays.copyOfRange(speech, 160 * i, 160 * i + 160));
            }
            call.group.recorder().stop();
            Eventually.result(recording);
            short[] expected = Signals.concat(Mulaw.decode(Arrays.copyOf(speech, 1600)), new short[960],
                    Mulaw.decode(Arrays.copyOfRange(speech, 1600, 3200)));
            assertThat(Signals.find(Wav.read(file), expected)).isGreaterThanOrEqualTo(0);
            assertThat(call.digits).hasToString("8");
        }
    }

    /** Codes of a key as a tone of that length, and as much silence behind it. */
    private static byte[] tone(char key, int millis) {
        double[] rows = {697, 770, 852, 941};
        double[] columns = {1209, 1336, 1477, 1633};
        int index = "123A456B789C*0#D".indexOf(key);
        short[] samples = new short[2 * 8 * millis];
        for (int i = 0; i < samples.length / 2; i++) {
            double time = 2 * Math.PI * i / 8000;
            samples[i] = (short) (6000 * (Math.sin(rows[index / 4] * time) + Math.sin(columns[index % 4] * time)));
        }
        return Mulaw.encode(samples);
    }

    private static void tones(RtpPeer peer, String keys) {
        for (char key : keys.toCharArray()) {
            byte[] codes = tone(key, 60);
            for (int at = 0; at < codes.length; at += 160) {
                peer.frame(Arrays.copyOfRange(codes, at, at + 160));
            }
        }
    }

    @Test
    default void tonesShouldBeKeysWhereEventsAreNotAgreed() throws Exception {
        try (MediaServer server = start(); Call call = new Call(server)) {
            call.offer(call.peer.offer("0"));
            call.hearing();
            tones(call.peer, KEYS + "1199");
            Eventually.eventually("all keys are told", () -> call.digits.length() >= KEYS.length() + 4);
            assertThat(call.digits).hasToString(KEYS + "1199");
        }
    }

    @Test
    default void tonesShouldBeKeysInSpiteOfALostPacket() throws Exception {
        try (MediaServer server = start(); Call call = new Call(server)) {
            call.offer(call.peer.offer("0"));
            call.hearing();
            byte[] codes = tone('5', 200);
            for (int at = 0; at < codes.length; at += 160) {
                if (at == 5 * 160) {
                    call.peer.lose(160);
                } else {
                    call.peer.frame(Arrays.copyOfRange(codes, at, at + 160));
                }
            }
            tones(call.peer, "8");
            Eventually.eventually("both keys are told", () -> call.digits.length() >= 2);
            assertThat(call.digits).hasToString("58");
        }
    }

    @Test
    default void tonesShouldNotBeKeysWhereEventsAreAgreed() throws Exception {
        try (MediaServer server = start(); Call call = Call.up(server).hearing()) {
            tones(call.peer, "123");
            key(call.peer, '9');
            Eventually.eventually("the key is told", () -> call.digits.length() >= 1);
            assertThat(call.digits).hasToString("9");
            call.offer(call.peer.offer("0"));
            int packets = call.peer.received().size();
            Eventually.eventually("the answer holds", () -> call.peer.received().size() > packets + 3);
            tones(call.peer, "4");
            Eventually.eventually("the tone is told now", () -> call.digits.length() >= 2);
            assertThat(call.digits).hasToString("94");
        }
    }
}
