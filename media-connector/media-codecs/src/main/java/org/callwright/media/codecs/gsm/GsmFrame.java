package org.callwright.media.codecs.gsm;

/** Sizes of a full rate frame as RTP (RFC 3551, 4.5.8) and files carry it. */
public final class GsmFrame {

    /** Samples of a frame: 20 ms at 8 kHz. */
    public static final int SAMPLES = 160;
    /** Octets of a frame: the signature nibble and 260 bits. */
    public static final int BYTES = 33;

    private GsmFrame() {
    }
}
