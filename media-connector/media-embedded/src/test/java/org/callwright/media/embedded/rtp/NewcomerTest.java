package org.callwright.media.embedded.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class NewcomerTest {

    private final Newcomer newcomer = new Newcomer();

    private final RtpPacket packet = new RtpPacket();

    private ByteBuffer received(int ssrc, int sequence) {
        ByteBuffer bytes = ByteBuffer.allocate(2048).limit(172);
        bytes.put(0, (byte) 0x80).putShort(2, (short) sequence).putInt(8, ssrc);
        assertThat(packet.parse(bytes)).isTrue();
        return bytes;
    }

    @Test
    void strayPacketsShouldNotFollowEachOther() {
        for (int i = 0; i < 1_000; i++) {
            ByteBuffer bytes = received(i * 7919, i * 31);
            assertThat(newcomer.follows(packet)).isFalse();
            newcomer.hold(packet, bytes);
        }
    }

    @Test
    void secondPacketInARowShouldFollowTheOneThatIsHeld() {
        ByteBuffer first = received(5, 65_535);
        newcomer.hold(packet, first);
        received(5, 0);
        assertThat(newcomer.follows(packet)).isTrue();
        assertThat(newcomer.held()).isEqualTo(first);
        newcomer.forget();
        assertThat(newcomer.follows(packet)).isFalse();
    }
}
