package org.callwright.e2e.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.e2e.calls.Line.SOON;
import static org.callwright.e2e.calls.Sounds.ms;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.function.BiConsumer;
import org.callwright.e2e.calls.CallTests;
import org.callwright.e2e.calls.Line;
import org.callwright.phone.Phone;
import org.callwright.phone.PhoneCall;
import org.callwright.phone.media.Codec;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** Datagrams that do not belong there, on the port of a call that is being recorded. */
@CallTests
@RunAsClient
class HostileMediaIT {

    private static final int SSRC = 0x1234_5678;
    private static final int TICKS = 200;
    private static final int[] SIZES = {0, 1, 2, 11, 12, 13, 100, 172, 1500, 2048, 65507};
    private static final int MOST_LINES = 40;

    /** Loud noise in mu-law: hardly any two samples in a row occur twice. */
    private static byte[] noise(Random random) {
        byte[] ulaw = new byte[Talker.FRAME];
        for (int i = 0; i < ulaw.length; i++) {
            ulaw[i] = (byte) (random.nextInt(0x60) | random.nextInt(2) << 7);
        }
        return ulaw;
    }

    private static short[] linear(byte[] ulaw) {
        short[] samples = new short[ulaw.length];
        for (int i = 0; i < ulaw.length; i++) {
            samples[i] = linear(ulaw[i] & 0xFF);
        }
        return samples;
    }

    /** ITU-T G.711, mu-law. */
    private static short linear(int code) {
        int bits = ~code & 0xFF;
        int magnitude = ((bits & 0x0F) << 3) + 0x84 << ((bits & 0x70) >> 4);
        return (short) ((bits & 0x80) != 0 ? 0x84 - magnitude : magnitude - 0x84);
    }

    /**
     * Records a talker while the attacker does what he wants at each tick; the recording must be the talker's words.
     */
    private static void assertRecordedBitExact(String attacker, BiConsumer<Talker, Talker> attack) {
        Random random = new Random(15551000);
        byte[] said = new byte[TICKS * Talker.FRAME];
        try (Line line = Line.answering("<Record action='{here}/recorded' playBeep='false' finishOnKey='#'/>")
                        .page("recorded", "<Hangup/>");
                Phone phone = Phone.udp("127.0.0.1");
                Talker talker = Talker.at("127.0.0.1", SSRC);
                Talker stranger = Talker.at(attacker, SSRC)) {
            PhoneCall call = line.call(phone, talker.options()).awaitAnswered(SOON);
            talker.towards(call);
            stranger.towards(call);
            // The recording begins somewhere in the first second, so what is compared begins behind it.
            Talker.eachTick(50, i -> talker.frame(silence()));
            Talker.eachTick(TICKS, i -> {
                byte[] frame = noise(random);
                System.arraycopy(frame, 0, said, i * Talker.FRAME, Talker.FRAME);
                attack.accept(talker, stranger);
                talker.frame(frame);
                attack.accept(talker, stranger);
            });
            Talker.eachTick(10, i -> talker.frame(silence()));
            for (int i = 0; i < 3; i++) {
                talker.event(11, true, 800);
            }
            assertThat(line.asked("recorded").parameters()).containsEntry("Digits", "");
            call.awaitHangup(SOON);
            line.records().ended("completed");
            assertThat(indexOf(line.records().audio().samples(), linear(said))).as("place of what was said")
                    .isNotNegative();
        }
    }

    private static byte[] silence() {
        byte[] silence = new byte[Talker.FRAME];
        Arrays.fill(silence, (byte) 0xFF);
        return silence;
    }

    /**
     * Of any of the sizes, twice in a tick. All at once would be a flood that fills the kernel's buffer whenever the
     * machine has no time for 30 ms, and then good packets are lost before anybody could look at them.
     */
    private static byte[] garbage(Random random) {
        byte[] garbage = new byte[SIZES[random.nextInt(SIZES.length)]];
        random.nextBytes(garbage);
        return garbage;
    }

    private static int indexOf(short[] all, short[] part) {
        for (int at = 0; at + part.length <= all.length; at++) {
            if (Arrays.equals(all, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
        return -1;
    }

    @Test
    void muLawOfThisTestShouldBeThatOfThePhone() {
        short[] each = new short[256];
        for (int code = 0; code < each.length; code++) {
            each[code] = linear(code);
        }
        assertThat(Codec.PCMU.roundTrip(each)).isEqualTo(each);
    }

    @Test
    void garbageFromElsewhereShouldNotBeHeard() {
        Random random = new Random(1);
        assertRecordedBitExact("127.0.0.9", (talker, stranger) -> {
            byte[] garbage = garbage(random);
            stranger.send(garbage);
            stranger.sendControl(garbage);
        });
    }

    @Test
    void garbageFromTheRightAddressShouldNotBeHeard() {
        Random random = new Random(2);
        assertRecordedBitExact("127.0.0.9", (talker, stranger) -> {
            byte[] garbage = garbage(random);
            talker.send(garbage);
            talker.sendControl(garbage);
        });
    }

    @Test
    void wrongVersionsTypesSendersAndTimesFromTheRightAddressShouldNotBeHeard() {
        Random random = new Random(3);
        assertRecordedBitExact("127.0.0.9", (talker, stranger) -> {
            byte[] other = talker.next(noise(random));
            other[0] = (byte) (new int[] {0, 1, 3}[random.nextInt(3)] << 6 | random.nextInt(64));
            talker.send(other);
            talker.send(Talker.packet(14 + random.nextInt(80), true, random.nextInt(), random.nextInt(), SSRC,
                    noise(random)));
            talker.send(Talker.packet(Talker.PCMU, true, random.nextInt(), random.nextInt(), random.nextInt(),
                    noise(random)));
            talker.send(Talker.packet(Talker.EVENTS, true, random.nextInt(), random.nextInt(), random.nextInt(),
                    new byte[] {11, (byte) 0x8A, 3, 32}));
            talker.send(Talker.packet(Talker.PCMU, false, random.nextInt(), random.nextInt(), random.nextInt(),
                    new byte[0]));
        });
    }

    @Test
    void perfectForgeryFromElsewhereShouldNotBeHeard() {
        Random random = new Random(4);
        assertRecordedBitExact("127.0.0.9", (talker, stranger) -> {
            stranger.send(talker.next(noise(random)));
            stranger.frame(noise(random));
            stranger.event(11, true, 800);
        });
    }

    /** Runs beside the others, whose datagrams go to the tens of thousands. */
    @Test
    void logShouldNotGrowByThePacket() {
        long before = ServerState.logLines();
        assertThat(before).isPositive();
        for (int i = 0; i < 5; i++) {
            assertThat(ServerState.otherCall()).isLessThan(Duration.ofSeconds(3));
            Talker.eachTick((int) (ms(1000).toNanos() / Talker.TICK_NANOS), tick -> { });
        }
        assertThat(ServerState.logLines() - before).isLessThan(MOST_LINES);
    }
}
