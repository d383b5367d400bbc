package org.callwright.media.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.callwright.media.spi.AudioFormat;
import org.callwright.media.spi.Joinable.Direction;
import org.callwright.media.spi.MediaDriver;
import org.callwright.media.spi.RecordRequest;
import org.callwright.media.spi.RecordResult;
import org.callwright.media.spi.RecordedAudio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people in a mix are spared: steps in what they hear when others come and go, lost recordings, and nonsense. */
public interface BridgeContract extends ContractWorld {

    /** The driver under test. */
    @Override
    MediaDriver driver();

    /**
     * A tone of this many frames that begins and ends softly, and silence. Each frame begins with a peak and ends with
     * the opposite one, so that whatever is cut off or said twice is heard as a step.
     */
    private static byte[] tone(int frames) {
        short[] samples = new short[160 * (frames + 15)];
        int length = 160 * frames;
        for (int i = 0; i < length; i++) {
            double level = 50.0 * Math.min(160, Math.min(i, length - i));
            samples[i] = (short) (level * Math.cos(2 * Math.PI * 225 * i / 8000));
        }
        return Mulaw.encode(samples);
    }

    /** Whether there is sound in it, and no step from one sample to the next that is steeper than the tone's own. */
    private static boolean isSmooth(byte[] codes) {
        short[] samples = Mulaw.decode(codes);
        return Signals.trimmed(samples).length > 800 && IntStream.range(1, samples.length)
                .allMatch(i -> Math.abs(samples[i] - samples[i - 1]) < 2000);
    }

    /** What happens to a conference while somebody talks. */
    interface Change {

        void of(Conference all) throws Exception;
    }

    /** What each of them hears while the first one sends a tone and that happens. */
    private static List<byte[]> heard(Conference all, Change change) throws Exception {
        List<Integer> before = all.calls().stream().map(call -> call.peer.received().size()).toList();
        byte[] codes = tone(40);
        CompletableFuture<Void> talk = CompletableFuture.runAsync(() -> all.peer(0).send(codes));
        pass(all, 15);
        change.of(all);
        Eventually.result(talk);
        pass(all, 5);
        return IntStream.range(0, before.size()).mapToObj(i -> all.peer(i).payloadsSince(before.get(i))).toList();
    }

    /** Time passes: so many packets of 20 ms. */
    private static void pass(Conference all, int packets) {
        int before = all.peer(1).received().size();
        Eventually.eventually("time passes", () -> all.peer(1).received().size() >= before + packets);
    }

    /** Whether one of them hears no step when that happens; a busy machine may lose packets, so it is tried again. */
    private boolean isSoft(int listener, Change change) throws Exception {
        for (int attempt = 0; attempt < 5; attempt++) {
            try (Conference three = Conference.of(driver(), 3)) {
                if (isSmooth(heard(three, change).get(listener))) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    default void whoIsMutedAndBackShouldEndAndBeginSoftly() throws Exception {
        assertThat(isSoft(1, three -> {
            three.mixer.join(Direction.SEND, three.call(0).connection);
            pass(three, 6);
            three.mixer.join(Direction.DUPLEX, three.call(0).connection);
        })).isTrue();
    }

    @Test
    default void whoIsHeldAndBackShouldEndAndBeginSoftly() throws Exception {
        assertThat(isSoft(1, three -> {
            three.mixer.unjoin(three.call(0).connection);
            pass(three, 6);
            three.mixer.join(Direction.DUPLEX, three.call(0).connection);
        })).isTrue();
    }

    @Test
    default void whoLeavesAndComesBackShouldHearASoftEndAndBeginning() throws Exception {
        assertThat(isSoft(2, three -> {
            three.mixer.unjoin(three.call(2).connection);
            pass(three, 6);
            three.mixer.join(Direction.DUPLEX, three.call(2).connection);
        })).isTrue();
    }

    @Test
    default void endOfTheMixShouldBeASoftOne() throws Exception {
        assertThat(isSoft(1, three -> three.mixer.release())).isTrue();
    }

    @Test
    default void changeToAnotherMixShouldBeASoftOne() throws Exception {
        assertThat(isSoft(1, three -> three.call(2).session.createMediaMixer()
                .join(Direction.DUPLEX, three.call(1).connection))).isTrue();
    }

    @Test
    default void holdOfEitherShouldPauseTheTalkAndTheRecordingGoOn(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("r.wav");
        byte[] one = Mulaw.encode(Signals.marked(160 * 40));
        byte[] other = Mulaw.encode(Signals.noise(160 * 40));
        try (Conference two = Conference.of(driver(), 2)) {
            CompletionStage<RecordResult> recording = two.call(0).group.recorder().record(new RecordRequest(file, false,
                    Duration.ofMinutes(1), Duration.ZERO, RecordedAudio.SEPARATE, AudioFormat.WAV));
            Eventually.eventually("the file is there", () -> Files.exists(file));
            long begin = System.nanoTime();
            for (int i = 0; i < 2; i++) {
                holdAndResume(two.call(i), two.peer(1 - i));
            }
            assertThat(two.hearExactly(0, one, List.of(two.call(1)))).isTrue();
            assertThat(two.hearExactly(1, other, List.of(two.call(0)))).isTrue();
            Duration passed = Duration.ofNanos(System.nanoTime() - begin);
            two.call(0).group.recorder().stop();
            assertThat(Eventually.result(recording).recorded())
                    .isBetween(passed.minusMillis(600), passed.plusMillis(600));
            short[][] both = Wav.readBoth(file);
            assertThat(Signals.framesInOrder(Mulaw.encode(both[0]), one)).isGreaterThan(30);
            assertThat(Signals.framesInOrder(Mulaw.encode(both[1]), other)).isGreaterThan(30);
        }
    }

    private static void holdAndResume(Call call, RtpPeer other) throws Exception {
        call.offer(call.peer.offer(Sdp.PCMU_AND_EVENTS, "a=sendonly"));
        Eventually.eventually("the stream stops", () -> {
            List<RtpPeer.Packet> packets = call.peer.received();
            return System.nanoTime() - packets.get(packets.size() - 1).arrival() > 250_000_000;
        });
        int packets = call.peer.received().size();
        other.send(Mulaw.encode(Signals.noise(160 * 15)));
        assertThat(call.peer.received()).hasSize(packets);
        call.offer(call.peer.offer(Sdp.PCMU_AND_EVENTS));
        Eventually.eventually("it goes on", () -> call.peer.received().size() > packets + 5);
    }

    @Test
    default void whoSendsNonsenseShouldDisturbNobody() throws Exception {
        byte[] speech = Mulaw.encode(Signals.marked(160 * 40));
        byte[] noise = Mulaw.encode(Signals.noise(160));
        AtomicBoolean over = new AtomicBoolean();
        Random random = new Random(5);
        try (Conference three = Conference.of(driver(), 3); RtpPeer spoofer = new RtpPeer()) {
            assertThat(three.hearExactly(0, speech, List.of(three.call(1), three.call(2)))).isTrue();
            spoofer.sendTo(three.call(0).answer);
            CompletableFuture<Void> nonsense = CompletableFuture.runAsync(() -> {
                while (!over.get()) {
                    for (int i = 0; i < 20; i++) {
                        nonsense(three.peer(2), random);
                    }
                    spoofer.frame(noise);
                    LockSupport.parkNanos(10_000_000);
                }
            });
            assertThat(three.hearExactly(0, speech, List.of(three.call(1)))).isTrue();
            over.set(true);
            Eventually.result(nonsense);
            assertThat(three.hearExactly(2, speech, List.of(three.call(0), three.call(1)))).isTrue();
            assertThat(three.hearExactly(1, speech, List.of(three.call(0), three.call(2)))).isTrue();
            assertThat(three.call(0).digits).isEmpty();
            assertThat(spoofer.received()).isEmpty();
        }
    }

    /** A packet as no phone sends it; none has sound in it that could be played. */
    private static void nonsense(RtpPeer peer, Random random) {
        byte[] bytes = new byte[random.nextInt(1900)];
        switch (random.nextInt(6)) {
            case 0 -> {
                random.nextBytes(bytes);
                peer.packet(peer.sequence++, peer.timestamp, random.nextBoolean(), 14 + random.nextInt(80), bytes);
            }
            case 1 -> {
                Arrays.fill(bytes, (byte) 0xFF);
                peer.packet(peer.sequence++, peer.timestamp, random.nextBoolean(), 0, bytes);
            }
            case 2 -> {
                int own = peer.ssrc;
                peer.ssrc = random.nextInt();
                Arrays.fill(bytes, (byte) 0xFF);
                peer.packet(random.nextInt(), random.nextInt(), false, 0, bytes);
                peer.ssrc = own;
            }
            case 3 -> {
                peer.timestamp += random.nextInt();
                peer.sequence += random.nextInt(8000);
                Arrays.fill(bytes, (byte) 0xFF);
                peer.frame(Arrays.copyOf(bytes, Math.min(160, bytes.length)));
            }
            case 4 -> {
                random.nextBytes(bytes);
                if (bytes.length > 0) {
                    bytes[0] &= 0x3F;
                }
                peer.raw(bytes);
            }
            default -> {
                byte[] event = new byte[4 + random.nextInt(4)];
                random.nextBytes(event);
                peer.packet(peer.sequence++, peer.timestamp, random.nextBoolean(), 101, event);
            }
        }
    }
}
