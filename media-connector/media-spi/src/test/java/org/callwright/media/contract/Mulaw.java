package org.callwright.media.contract;

/** Mu-law after G.711's definition, computed sample by sample. */
final class Mulaw {

    private Mulaw() {
    }

    static short decode(byte code) {
        int bits = ~code & 0xFF;
        int magnitude = ((bits & 0x0F) * 2 + 33) * (1 << (bits >> 4 & 7)) - 33;
        return (short) (4 * ((bits & 0x80) == 0 ? magnitude : -magnitude));
    }

    static short[] decode(byte[] codes) {
        short[] samples = new short[codes.length];
        for (int i = 0; i < codes.length; i++) {
            samples[i] = decode(codes[i]);
        }
        return samples;
    }

    static byte encode(short sample) {
        int best = 0xFF;
        for (int code = 0xFF; code >= 0; code--) {
            if (Math.abs(decode((byte) code) - sample) < Math.abs(decode((byte) best) - sample)) {
                best = code;
            }
        }
        return (byte) best;
    }

    static byte[] encode(short[] samples) {
        byte[] codes = new byte[samples.length];
        for (int i = 0; i < samples.length; i++) {
            codes[i] = encode(samples[i]);
        }
        return codes;
    }
}
