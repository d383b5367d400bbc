package org.callwright.media.codecs;

import org.callwright.media.spi.file.AudioFileException;

/** A file that is no playable WAV; {@link #reason} says why. */
public class WavException extends AudioFileException {

    private static final long serialVersionUID = 1L;

    /** Why a file can't be used as WAV. */
    public enum Reason {
        /** No RIFF/WAVE header, or no format or data in it. */
        NOT_WAV,
        /** A WAV whose encoding, rate or number of channels is not known here. */
        UNSUPPORTED_FORMAT,
        /** A WAV, but not 8 kHz, 16-bit, mono where nothing else is taken. */
        NOT_TELEPHONY,
        /** More audio than the caller wants in memory. */
        TOO_LONG
    }

    private final Reason reason;

    public WavException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
