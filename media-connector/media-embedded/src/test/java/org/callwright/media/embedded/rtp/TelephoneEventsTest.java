package org.callwright.media.embedded.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class TelephoneEventsTest {

    private static final long NOW = -5_000_000_000L;

    private final TelephoneEvents events = new TelephoneEvents();
    private final RtpPacket packet = new RtpPacket();

    private char event(int timestamp, boolean marker, int event, boolean end, int duration) {
        return event(timestamp, marker, event, end, duration, false);
    }

    private char event(int timestamp, boolean marker, int event, boolean end, int duration, boolean late) {
        ByteBuffer bytes = ByteBuffer.allocate(16);
        bytes.put((byte) 0x80).put((byte) (marker ? 0xE5 : 0x65)).putShort((short) 1).putInt(timestamp).putInt(9);
        bytes.put((byte) event).put((byte) (end ? 0x80 : 0)).putShort((short) duration).flip();
        assertThat(packet.parse(bytes)).isTrue();
        return events.accept(packet, late, NOW);
    }

    @Test
    void longEventInSegmentsShouldBeOneDigit() {
        assertThat(event(1000, true, 11, false, 160)).isEqualTo('#');
        assertThat(event(1000, false, 11, false, 0xFFFF)).isEqualTo((char) 0);
        assertThat(events.covers(1000 + 0x8000, NOW)).isTrue();
        assertThat(event(1000 + 0xFFFF, false, 11, false, 160)).isEqualTo((char) 0);
        assertThat(event(1000 + 0xFFFF, false, 11, true, 320)).isEqualTo((char) 0);
        assertThat(events.covers(1000 + 0xFFFF + 160, NOW)).isFalse();
        assertThat(event(1000 + 0xFFFF + 320, true, 11, false, 160)).isEqualTo('#');
    }

    @Test
    void packetsOfAnOlderEventShouldBeIgnored() {
        assertThat(event(-500, true, 1, false, 160)).isEqualTo('1');
        assertThat(event(500, true, 2, false, 160)).isEqualTo('2');
        assertThat(event(-500, false, 1, true, 320)).isEqualTo((char) 0);
        assertThat(events.timestamp()).isEqualTo(500);
        assertThat(events.duration()).isEqualTo(160);
    }

    @Test
    void senderWhoseTimeRanBackShouldStillBeUnderstood() {
        assertThat(event(900_000, true, 1, true, 160)).isEqualTo('1');
        assertThat(event(4000, true, 2, false, 160, true)).as("a packet that was long on its way").isEqualTo((char) 0);
        assertThat(event(5000, true, 3, false, 160)).isEqualTo('3');
        assertThat(event(5000, false, 3, true, 320)).isEqualTo((char) 0);
        assertThat(event(6000, true, 4, false, 160)).isEqualTo('4');
    }

    @Test
    void eventWhoseEndIsLostShouldCoverNoMoreThanWasToldOfItAndAnUpdateMore() {
        event(1000, true, 5, false, 160);
        event(1000, false, 5, false, 320);
        assertThat(events.covers(999, NOW)).isFalse();
        assertThat(events.covers(1000, NOW)).isTrue();
        assertThat(events.covers(1000 + 320 + 400, NOW)).isTrue();
        assertThat(events.covers(1000 + 320 + 480, NOW)).isFalse();
        event(1000, false, 5, false, 0xFFFF);
        assertThat(events.covers(1000 + 0x8000, NOW + 140_000_000)).isTrue();
        assertThat(events.covers(1000 + 0x8000, NOW + 150_000_000)).as("no update came").isFalse();
    }

    @Test
    void stormShouldBeBoundedAtAnyTimeOfTheClock() {
        int told = 0;
        for (int i = 0; i < 100; i++) {
            told += event(160 * i, true, 1, true, 160) == 0 ? 0 : 1;
        }
        assertThat(told).isEqualTo(TelephoneEvents.MAX_PER_SECOND);
    }

    @Test
    void newSenderShouldBeginAnew() {
        assertThat(event(5000, true, 1, true, 160)).isEqualTo('1');
        events.reset();
        assertThat(event(100, true, 1, true, 160)).isEqualTo('1');
    }
}
