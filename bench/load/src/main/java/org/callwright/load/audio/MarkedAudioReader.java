package org.callwright.load.audio;

/**
 * Finds marked frames in a flow of codes that may begin anywhere, and counts what is wrong with it. The flow comes in
 * pieces of any length; what is not yet a whole frame is kept until the next piece. Belongs to one thread.
 */
public final class MarkedAudioReader {

    private final short[] codes = new short[8 * MarkedFrame.SAMPLES];
    private int length;
    private int stream = -1;
    private long frames;
    private long first = -1;
    private long last = -1;
    private long missing;
    private long repeated;
    private long foreign;
    private long changed;
    private long inserted;
    private long before;
    private long stray;

    /** Takes a piece of mu-law codes. */
    public void accept(byte[] ulaw, int from, int to) {
        for (int i = from; i < to; i++) {
            accept((short) (ulaw[i] & 0xFF));
        }
    }

    /** Takes one code, 0 to 255, or {@link Ulaw#NO_CODE}. */
    public void accept(short code) {
        codes[length++] = code;
        if (length == codes.length) {
            search();
        }
    }

    /** What was found so far. */
    public AudioVerdict verdict() {
        search();
        return new AudioVerdict(stream, frames, first, last, missing, repeated, foreign, changed, inserted,
                frames == 0 ? stray + length : before, frames == 0 ? 0 : stray + length);
    }

    private void search() {
        int at = 0;
        while (length - at >= MarkedFrame.SAMPLES) {
            long found = MarkedFrame.identify(codes, at);
            if (found == MarkedFrame.NOT_A_FRAME) {
                stray++;
                at++;
            } else {
                frame((int) (found >> 32), (int) found, at);
                at += MarkedFrame.SAMPLES;
            }
        }
        System.arraycopy(codes, at, codes, 0, length - at);
        length -= at;
    }

    private void frame(int ofStream, int number, int at) {
        if (frames == 0) {
            stream = ofStream;
            first = number;
            before = stray;
        } else {
            inserted += stray;
        }
        stray = 0;
        frames++;
        changed += MarkedFrame.changedSamples(ofStream, number, codes, at);
        if (ofStream != stream) {
            foreign++;
        } else if (frames > 1 && number <= last) {
            repeated++;
        } else {
            missing += frames > 1 ? number - last - 1 : 0;
            last = number;
        }
    }
}
