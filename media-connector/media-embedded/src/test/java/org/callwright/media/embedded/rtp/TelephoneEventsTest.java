package org.callwright.media.embedded.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class TelephoneEventsTest {

    private final TelephoneEvents events = new TelephoneEvents();
    private final RtpPacket packet = new RtpPacket();

    private char event(int timestamp, boolean marker, int event, boolean end, int duration) {
        ByteBuffer bytes = ByteBuffer.allocate(16);
        bytes.put((byte) 0x80).put((byte) (marker ? 0xE5 : 0x65)).putShort((short) 1).putInt(timestamp).putInt(9);
        bytes.put((byte) event).put((byte) (end ? 0x80 : 0)).putShort((short) duration).flip();
        assertThat(packet.parse(bytes)).isTrue();
        return events.accept(packet, 0);
    }

    @Test
    void longEventInSegmentsShouldBeOneDigit() {
        assertThat(event(1000, true, 11, false, 160)).isEqualTo('#');
        assertThat(event(1000, false, 11, false, 0xFFFF)).isEqualTo((char) 0);
        assertThat(events.active()).isTrue();
        assertThat(event(1000 + 0xFFFF, false, 11, false, 160)).isEqualTo((char) 0);
        assertThat(event(1000 + 0xFFFF, false, 11, true, 320)).isEqualTo((char) 0);
        assertThat(events.active()).isFalse();
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
    void newSenderShouldBeginAnew() {
        assertThat(event(5000, true, 1, true, 160)).isEqualTo('1');
        events.reset();
        assertThat(event(100, true, 1, true, 160)).isEqualTo('1');
    }
}
