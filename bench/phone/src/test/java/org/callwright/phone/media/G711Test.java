package org.callwright.phone.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class G711Test {

    @Test
    void knownCodesShouldDecodeAsTheStandardSays() {
        assertThat(G711.ULAW[0xFF]).isZero();
        assertThat(G711.ULAW[0x7F]).isZero();
        assertThat(G711.ULAW[0x80]).isEqualTo((short) 32_124);
        assertThat(G711.ULAW[0x00]).isEqualTo((short) -32_124);
        assertThat(G711.ULAW[0xFE]).isEqualTo((short) 8);
        assertThat(G711.ALAW[0xD5]).isEqualTo((short) 8);
        assertThat(G711.ALAW[0x55]).isEqualTo((short) -8);
        assertThat(G711.ALAW[0xAA]).isEqualTo((short) 32_256);
        assertThat(G711.ALAW[0x2A]).isEqualTo((short) -32_256);
    }

    @Test
    void everyDecodedValueShouldSurviveARoundTrip() {
        for (Codec codec : new Codec[] {Codec.PCMU, Codec.PCMA}) {
            short[] all = codec.decode(allCodes());
            assertThat(codec.roundTrip(all)).isEqualTo(all);
        }
    }

    @Test
    void encoderShouldTakeTheNearestValue() {
        for (Codec codec : new Codec[] {Codec.PCMU, Codec.PCMA}) {
            short[] values = codec.decode(allCodes());
            for (int sample = Short.MIN_VALUE; sample <= Short.MAX_VALUE; sample += 37) {
                int error = Math.abs(codec.roundTrip(new short[] {(short) sample})[0] - sample);
                int best = Integer.MAX_VALUE;
                for (short value : values) {
                    best = Math.min(best, Math.abs(value - sample));
                }
                assertThat(error).isEqualTo(best);
            }
        }
    }

    private static byte[] allCodes() {
        byte[] codes = new byte[256];
        for (int i = 0; i < 256; i++) {
            codes[i] = (byte) i;
        }
        return codes;
    }
}
