package org.callwright.media.embedded.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RtpPacketTest {

    private final RtpPacket packet = new RtpPacket();

    private static ByteBuffer bytes(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length);
        for (int value : values) {
            bytes.put((byte) value);
        }
        return bytes.flip();
    }

    @Test
    void contributorsExtensionAndPaddingShouldBeStripped() {
        assertThat(packet.parse(bytes(0xB1, 0x80, 0xFF, 0xFE, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 9, 9, 0xBE, 0xDE, 0, 1,
                0, 0, 0, 0, 42, 43, 0, 2))).isTrue();
        assertThat(packet.payloadLength()).isEqualTo(2);
        assertThat(packet.payloadByte(0)).isEqualTo(42);
        assertThat(packet.sequence()).isEqualTo(0xFFFE);
        assertThat(packet.timestamp()).isEqualTo(0x01020304);
        assertThat(packet.ssrc()).isEqualTo(0x05060708);
        assertThat(packet.marker()).isTrue();
        assertThat(packet.payloadType()).isZero();
    }

    @Test
    void lengthsThatDoNotFitShouldBeRefused() {
        assertThat(packet.parse(bytes(0x80, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0))).isFalse();
        assertThat(packet.parse(bytes(0x40, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1))).isFalse();
        assertThat(packet.parse(bytes(0x8F, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0))).isFalse();
        assertThat(packet.parse(bytes(0x90, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 9))).isFalse();
        assertThat(packet.parse(bytes(0xA0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 5, 9))).isFalse();
        assertThat(packet.parse(bytes(0xA0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 5, 0))).isFalse();
    }

    @Test
    void arbitraryBytesShouldNeverReachBeyondThePacket() {
        Random random = new Random(11);
        byte[] payload = new byte[2048];
        for (int i = 0; i < 20_000; i++) {
            byte[] noise = new byte[random.nextInt(80)];
            random.nextBytes(noise);
            if (noise.length > 0) {
                noise[0] = (byte) (noise[0] & 0x3F | 0x80);
            }
            if (packet.parse(ByteBuffer.wrap(noise))) {
                packet.payload(payload);
                assertThat(packet.payloadLength()).isBetween(0, noise.length - 12);
            }
        }
    }
}
