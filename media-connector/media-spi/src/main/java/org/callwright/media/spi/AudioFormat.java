package org.callwright.media.spi;

/** File formats that a recorder writes. */
public enum AudioFormat {
    /** WAV, 8 kHz, 16-bit linear. */
    WAV(".wav"),
    /** GSM 06.10 frames of 33 bytes, one after the other without a header; one channel. */
    GSM(".gsm");

    private final String extension;

    AudioFormat(String extension) {
        this.extension = extension;
    }

    /** How names of such files end, with the dot. */
    public String extension() {
        return extension;
    }
}
