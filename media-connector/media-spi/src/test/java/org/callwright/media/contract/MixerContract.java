package org.callwright.media.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.callwright.media.spi.AudioFormat;
import org.callwright.media.spi.AudioSegment;
import org.callwright.media.spi.Joinable.Direction;
import org.callwright.media.spi.MediaDriver;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaFailure;
import org.callwright.media.spi.MediaMixer;
import org.callwright.media.spi.NetworkConnection;
import org.callwright.media.spi.PlayResult;
import org.callwright.media.spi.RecordRequest;
import org.callwright.media.spi.RecordResult;
import org.callwright.media.spi.RecordedAudio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a mixer must do; members are calls of their own sessions. A driver may run it alone, in another setting. */
public interface MixerContract extends MixedKeysContract {

    /** The driver under test. */
    @Override
    MediaDriver driver();

    private static byte[] speech(int frames) {
        return Mulaw.encode(Signals.marked(160 * frames));
    }

    private static byte[] steady(int code, int frames) {
        byte[] codes = new byte[160 * frames];
        Arrays.fill(codes, (byte) code);
        return codes;
    }

    private static boolean hears(Call call, int packets, byte[] codes) {
        return Signals.find(Mulaw.decode(call.peer.payloadsSince(packets)), Mulaw.decode(codes)) >= 0;
    }

    @Test
    default void twoMembersShouldHearEachOtherExactlyAndNotThemselves() throws Exception {
        try (Conference two = Conference.of(driver(), 2)) {
            assertThat(two.hearExactly(0, speech(50), List.of(two.call(1)))).isTrue();
            assertThat(two.hearExactly(1, speech(50), List.of(two.call(0)))).isTrue();
            assertThat(two.hearsNothing(0, () -> two.peer(0).send(speech(20)))).isTrue();
        }
    }

    @Test
    default void sessionMadeBesideAnotherShouldBeMixedWithItAndOutliveIt() throws Exception {
        try (Conference two = Conference.besideEachOther(driver())) {
            assertThat(two.hearExactly(0, speech(50), List.of(two.call(1)))).isTrue();
            assertThat(two.hearExactly(1, speech(50), List.of(two.call(0)))).isTrue();
            two.call(0).session.release();
            Eventually.eventually("it is gone", () -> two.server.statistics().sessionsActive() == 1);
            assertThat(Eventually.result(two.call(1).play(new AudioSegment.Tone(600, -10, Duration.ofMillis(100))))
                    .reason()).isEqualTo(PlayResult.Reason.COMPLETED);
        }
    }

    @Test
    default void everyCodeOfALawShouldReachTheOtherAsItIs() throws Exception {
        byte[] codes = new byte[160 * 50];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (byte) (i * 7 + i / 160);
        }
        try (Conference two = Conference.of(driver(), "8", 2)) {
            assertThat(two.hearExactly(0, codes, List.of(two.call(1)))).isTrue();
        }
    }

    @Test
    default void loneSpeakerShouldReachThirtyNineOthersExactly() throws Exception {
        try (Conference forty = Conference.of(driver(), 40)) {
            assertThat(forty.hearExactly(7, speech(50), forty.calls().stream()
                    .filter(call -> call != forty.call(7)).toList())).isTrue();
        }
    }

    @Test
    default void silenceOfAnyLawShouldNotTouchALoneSpeaker() throws Exception {
        byte[] codes = speech(40);
        try (Conference three = Conference.of(driver(), 3);
                Call alaw = new Call(three.server)) {
            alaw.offer(alaw.peer.offer("8"));
            alaw.peer.payloadType = 8;
            three.mixer.join(Direction.DUPLEX, alaw.connection);
            three.settle();
            int before = three.peer(1).received().size();
            RtpPeer.sendTogether(new byte[][] {codes, steady(0xD5, 40), steady(0xFF, 40)}, three.peer(0), alaw.peer,
                    three.peer(2));
            three.settle();
            byte[] heard = three.peer(1).payloadsSince(before);
            assertThat(Signals.framesInOrder(heard, codes)).isGreaterThan(30);
        }
    }

    @Test
    default void listenerWithAnotherLawShouldHearTheNearestSample() throws Exception {
        try (Conference two = Conference.of(driver(), 2);
                Call alaw = new Call(two.server)) {
            alaw.offer(alaw.peer.offer("8"));
            two.mixer.join(Direction.DUPLEX, alaw.connection);
            two.settle();
            int before = alaw.peer.received().size();
            two.peer(0).send(steady(0xB0, 40));
            two.settle();
            assertThat(Signals.framesInOrder(alaw.peer.payloadsSince(before), steady(0x9B, 30))).isEqualTo(30);
        }
    }

    @Test
    default void sumOfTwoShouldBeHeardByTheThirdAndStopAtTheLargestSample() throws Exception {
        try (Conference three = Conference.of(driver(), 3)) {
            int before = three.peer(0).received().size();
            RtpPeer.sendTogether(new byte[][] {steady(0xB0, 50), steady(0xC5, 50)}, three.peer(0), three.peer(1));
            short sum = (short) (Mulaw.decode((byte) 0xB0) + Mulaw.decode((byte) 0xC5));
            assertThat(hears(three.call(2), before, steady(Mulaw.encode(sum), 10))).isTrue();
            assertThat(hears(three.call(0), before, steady(0xC5, 10))).isTrue();
            assertThat(hears(three.call(1), before, steady(0xB0, 10))).isTrue();
            RtpPeer.sendTogether(new byte[][] {steady(0x80, 50), steady(0x80, 50)}, three.peer(0), three.peer(1));
            assertThat(hears(three.call(2), before, steady(0x80, 10))).isTrue();
        }
    }

    @Test
    default void mutedMemberShouldHearAndNotBeHeard() throws Exception {
        try (Conference two = Conference.of(driver(), 2)) {
            two.mixer.join(Direction.SEND, two.call(0).connection);
            two.settle();
            assertThat(two.hearsNothing(1, () -> two.peer(0).send(speech(20)))).isTrue();
            assertThat(two.hearExactly(1, speech(30), List.of(two.call(0)))).isTrue();
            two.mixer.join(Direction.DUPLEX, two.call(0).connection);
            two.settle();
            assertThat(two.hearExactly(0, speech(30), List.of(two.call(1)))).isTrue();
        }
    }

    @Test
    default void memberThatIsOnlyHeardShouldHearNothing() throws Exception {
        try (Conference two = Conference.of(driver(), 2)) {
            two.call(0).connection.join(Direction.SEND, two.mixer);
            two.settle();
            assertThat(two.hearsNothing(0, () -> two.peer(1).send(speech(20)))).isTrue();
            assertThat(two.hearExactly(0, speech(30), List.of(two.call(1)))).isTrue();
        }
    }

    @Test
    default void memberOnHoldShouldHearItsPlayerAndComeBack() throws Exception {
        try (Conference three = Conference.of(driver(), 3)) {
            three.call(0).connection.unjoin(three.mixer);
            three.settle();
            assertThat(three.hearsNothing(0, () -> three.peer(1).send(speech(20)))).isTrue();
            assertThat(three.hearsNothing(1, () -> three.peer(0).send(speech(20)))).isTrue();
            int before = three.peer(0).received().size();
            Eventually.result(three.call(0).play(new AudioSegment.Tone(600, -10, Duration.ofMillis(300))));
            three.settle();
            assertThat(Signals.tone(Signals.trimmed(Mulaw.decode(three.peer(0).payloadsSince(before))), 600)).isTrue();
            assertThat(three.hearExactly(1, speech(30), List.of(three.call(2)))).isTrue();
            three.mixer.join(Direction.DUPLEX, three.call(0).connection);
            three.settle();
            assertThat(three.hearExactly(0, speech(30), List.of(three.call(1), three.call(2)))).isTrue();
        }
    }

    @Test
    default void playerShouldBeHeardInsteadOfTheMixAndTheMixAfterIt() throws Exception {
        byte[] codes = speech(100);
        try (Conference two = Conference.of(driver(), 2)) {
            int before = two.peer(1).received().size();
            CompletionStage<PlayResult> tone =
                    two.call(1).play(new AudioSegment.Tone(700, -10, Duration.ofSeconds(1)));
            two.peer(0).send(codes);
            Eventually.result(tone);
            two.settle();
            short[] heard = Mulaw.decode(two.peer(1).payloadsSince(before));
            int tones = 0;
            for (int at = 0; at + 800 <= heard.length; at += 800) {
                tones += Signals.tone(Arrays.copyOfRange(heard, at, at + 800), 700) ? 1 : 0;
            }
            assertThat(tones).isBetween(7, 10);
            assertThat(Signals.framesInOrder(two.peer(1).payloadsSince(before), codes)).isBetween(20, 60);
        }
    }

    @Test
    default void packetsThatComeInPairsShouldBeHeardOneAfterTheOther() throws Exception {
        byte[] codes = speech(60);
        try (Conference two = Conference.of(driver(), 2)) {
            int found = 0;
            for (int attempt = 0; attempt < 3 && found < 60; attempt++) {
                int before = two.peer(1).received().size();
                two.peer(0).sendInPairs(codes);
                two.settle();
                found = Signals.framesInOrder(two.peer(1).payloadsSince(before), codes);
            }
            assertThat(found).isEqualTo(60);
        }
    }

    @Test
    default void audioShouldNeedNoMoreThan80MillisecondsThroughTheBridge() throws Exception {
        try (Conference two = Conference.of(driver(), 2)) {
            List<Long> sent = new ArrayList<>();
            for (int i = 0; i < 15; i++) {
                two.peer(0).send(steady(0xFF, 19));
                sent.add(System.nanoTime());
                two.peer(0).send(steady(0xB0, 1));
            }
            two.peer(0).send(steady(0xFF, 10));
            two.settle();
            List<Long> delays = new ArrayList<>();
            for (long at : sent) {
                two.peer(1).received().stream().filter(packet -> packet.arrival() > at && loud(packet)).findFirst()
                        .ifPresent(packet -> delays.add((packet.arrival() - at) / 1_000_000));
            }
            delays.sort(null);
            assertThat(delays).hasSize(15);
            assertThat(delays.get(7)).as("median of " + delays).isLessThanOrEqualTo(80);
        }
    }

    private static boolean loud(RtpPeer.Packet packet) {
        return packet.payload()[80] == (byte) 0xB0;
    }

    @Test
    default void recorderShouldHaveBothSidesOfABridgedCall(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("r.wav");
        byte[] one = speech(60);
        byte[] other = Mulaw.encode(Signals.noise(160 * 60));
        try (Conference two = Conference.of(driver(), 2)) {
            CompletionStage<RecordResult> recording = two.call(0).group.recorder().record(new RecordRequest(file, false,
                    Duration.ofMinutes(1), Duration.ZERO, RecordedAudio.SEPARATE, AudioFormat.WAV));
            Eventually.eventually("the file is there", () -> Files.exists(file));
            RtpPeer.sendTogether(new byte[][] {one, other}, two.peer(0), two.peer(1));
            two.settle();
            two.call(0).group.recorder().stop();
            Eventually.result(recording);
            short[][] both = Wav.readBoth(file);
            assertThat(Signals.framesInOrder(Mulaw.encode(both[0]), one)).isGreaterThan(50);
            assertThat(Signals.framesInOrder(Mulaw.encode(both[1]), other)).isGreaterThan(50);
        }
    }

    @Test
    default void othersShouldGoOnWhenAMemberIsReleased() throws Exception {
        try (Conference three = Conference.of(driver(), 3)) {
            three.call(2).session.release();
            Eventually.eventually("it is gone", () -> three.server.statistics().sessionsActive() == 2);
            int before = three.peer(1).received().size();
            byte[] codes = speech(40);
            three.peer(0).send(codes);
            Eventually.eventually("the speech is over", () -> three.peer(1).received().size() > before + 45);
            assertThat(Signals.framesInOrder(three.peer(1).payloadsSince(before), codes)).isGreaterThan(30);
        }
    }

    @Test
    default void releaseOfTheMixerShouldLetItsMembersGo() throws Exception {
        try (Conference two = Conference.of(driver(), 2)) {
            two.mixer.release();
            two.mixer.release();
            two.settle();
            assertThat(two.hearsNothing(1, () -> two.peer(0).send(speech(20)))).isTrue();
            assertThatThrownBy(() -> two.mixer.join(Direction.DUPLEX, two.call(0).connection))
                    .isInstanceOfSatisfying(MediaException.class,
                            e -> assertThat(e.failure()).isEqualTo(MediaFailure.RELEASED));
            MediaMixer another = two.call(1).session.createMediaMixer();
            another.join(Direction.DUPLEX, two.call(0).connection);
            another.join(Direction.DUPLEX, two.call(1).connection);
            two.settle();
            assertThat(two.hearExactly(0, speech(30), List.of(two.call(1)))).isTrue();
        }
    }

    @Test
    default void mixerShouldEndWithItsSessionAndItsMembersLiveOn() throws Exception {
        try (Conference three = Conference.of(driver(), 3)) {
            three.call(0).session.release();
            Eventually.eventually("it is gone", () -> three.server.statistics().sessionsActive() == 2);
            int before = three.peer(2).received().size();
            Eventually.eventually("the mix is over", () -> three.peer(2).received().size() > before + 5);
            int after = three.peer(2).received().size();
            three.peer(1).send(speech(20));
            Eventually.eventually("the stream goes on", () -> three.peer(2).received().size() > after + 20);
            assertThat(Signals.trimmed(Mulaw.decode(three.peer(2).payloadsSince(after)))).isEmpty();
        }
    }

    @Test
    default void memberShouldBeInOneMixAtATime() throws Exception {
        try (Conference three = Conference.of(driver(), 3)) {
            MediaMixer another = three.call(2).session.createMediaMixer();
            another.join(Direction.DUPLEX, three.call(2).connection);
            another.join(Direction.DUPLEX, three.call(1).connection);
            three.settle();
            assertThat(three.hearsNothing(0, () -> three.peer(1).send(speech(20)))).isTrue();
            assertThat(three.hearExactly(1, speech(30), List.of(three.call(2)))).isTrue();
            NetworkConnection second = three.call(1).session.createNetworkConnection(silence -> { });
            assertThatThrownBy(() -> three.mixer.join(Direction.DUPLEX, second))
                    .isInstanceOfSatisfying(MediaException.class,
                            e -> assertThat(e.failure()).isEqualTo(MediaFailure.INTERNAL));
            assertThatThrownBy(() -> three.mixer.join(Direction.DUPLEX, three.call(0).group))
                    .isInstanceOf(MediaException.class);
        }
    }

    @Test
    default void streamsShouldHaveNoBreakWhenMembersComeAndGo() throws Exception {
        try (Conference four = Conference.of(driver(), 4)) {
            for (int i = 0; i < 3; i++) {
                four.mixer.unjoin(four.call(3).connection);
                four.settle();
                four.mixer.join(Direction.DUPLEX, four.call(3).connection);
                four.settle();
            }
            for (Call call : four.calls()) {
                List<RtpPeer.Packet> packets = List.copyOf(call.peer.received());
                for (int i = 1; i < packets.size(); i++) {
                    assertThat(packets.get(i).sequence()).isEqualTo(packets.get(i - 1).sequence() + 1 & 0xFFFF);
                    assertThat(packets.get(i).ssrc()).isEqualTo(packets.get(i - 1).ssrc());
                }
            }
        }
    }
}
