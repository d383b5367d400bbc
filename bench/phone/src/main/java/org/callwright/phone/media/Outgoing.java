package org.callwright.phone.media;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

/** Something waiting to be sent; it is asked for one packet every 20 ms until it is done. */
abstract class Outgoing {

    /** Where packets go: the running RTP stream. */
    interface Wire {
        void audio(short[] frame);

        void event(byte[] payload, boolean first, int ticksSinceStart);
    }

    private final CompletableFuture<Void> done = new CompletableFuture<>();

    /** Sends the packet of this tick. @return whether this was the last one */
    abstract boolean tick(Wire wire);

    CompletableFuture<Void> done() {
        return done;
    }

    static Outgoing audio(short[] samples) {
        return new Outgoing() {
            private int position;

            @Override
            boolean tick(Wire wire) {
                if (position < samples.length) {
                    wire.audio(Arrays.copyOfRange(samples, position, position + RtpSender.FRAME));
                }
                position += RtpSender.FRAME;
                return position >= samples.length;
            }
        };
    }

    /**
     * A key as RFC 4733 has it: packets with the timestamp of the start and a growing duration, the end told three
     * times, then a pause so that the next key is a new event.
     */
    static Outgoing digit(char key, int ticks, int pauseTicks) {
        int event = "0123456789*#ABCD".indexOf(key);
        if (event < 0) {
            throw new IllegalArgumentException("no DTMF key: " + key);
        }
        return new Outgoing() {
            private static final int END_REPEATS = 3;
            private static final int VOLUME = 10;
            private int tick;

            @Override
            boolean tick(Wire wire) {
                if (tick < ticks + END_REPEATS) {
                    int duration = Math.min(tick + 1, ticks) * RtpSender.FRAME;
                    boolean end = tick >= ticks;
                    wire.event(new byte[] {(byte) event, (byte) (VOLUME | (end ? 0x80 : 0)), (byte) (duration >> 8),
                        (byte) duration}, tick == 0, tick);
                } else {
                    wire.audio(new short[RtpSender.FRAME]);
                }
                return ++tick >= ticks + END_REPEATS + pauseTicks;
            }
        };
    }
}
