package org.callwright.phone.media;

import java.util.Arrays;
import java.util.Optional;

/** The codecs that the phone speaks, all at 8000 Hz and one channel. */
public enum Codec {

    PCMU(0) {
        @Override
        byte[] encode(short[] samples) {
            byte[] payload = new byte[samples.length];
            for (int i = 0; i < samples.length; i++) {
                payload[i] = G711.encodeUlaw(samples[i]);
            }
            return payload;
        }

        @Override
        short[] decode(byte[] payload) {
            return expand(payload, G711.ULAW);
        }
    },

    PCMA(8) {
        @Override
        byte[] encode(short[] samples) {
            byte[] payload = new byte[samples.length];
            for (int i = 0; i < samples.length; i++) {
                payload[i] = G711.encodeAlaw(samples[i]);
            }
            return payload;
        }

        @Override
        short[] decode(byte[] payload) {
            return expand(payload, G711.ALAW);
        }
    },

    /** 16-bit linear in network byte order (RFC 3551 section 4.5.11), as {@code L16/8000}. */
    L16(97) {
        @Override
        byte[] encode(short[] samples) {
            byte[] payload = new byte[samples.length * 2];
            for (int i = 0; i < samples.length; i++) {
                payload[2 * i] = (byte) (samples[i] >> 8);
                payload[2 * i + 1] = (byte) samples[i];
            }
            return payload;
        }

        @Override
        short[] decode(byte[] payload) {
            short[] samples = new short[payload.length / 2];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (short) (payload[2 * i] << 8 | payload[2 * i + 1] & 0xFF);
            }
            return samples;
        }
    };

    private final int payloadType;

    Codec(int payloadType) {
        this.payloadType = payloadType;
    }

    /** Static payload type, or the dynamic one that the phone offers. */
    public int payloadType() {
        return payloadType;
    }

    abstract byte[] encode(short[] samples);

    abstract short[] decode(byte[] payload);

    /** What a receiver hears when these samples are sent with this codec: for bit-exact comparison. */
    public short[] roundTrip(short[] samples) {
        return decode(encode(samples));
    }

    static Optional<Codec> of(Format format) {
        return Arrays.stream(values())
                .filter(codec -> codec.name().equalsIgnoreCase(format.encoding()) && format.clockRate() == 8000)
                .findFirst();
    }

    private static short[] expand(byte[] payload, short[] table) {
        short[] samples = new short[payload.length];
        for (int i = 0; i < payload.length; i++) {
            samples[i] = table[payload[i] & 0xFF];
        }
        return samples;
    }
}
