package org.callwright.media.spi;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How to record (JSR 309: START_BEEP, MAX_DURATION, SILENCE_TERMINATION_TIMEOUT).
 *
 * @param file where to; its folder exists, the file does not
 * @param startBeep play a beep to the leg first; recording begins when the beep is over and the beep is not in the file
 * @param maxDuration length of recorded audio after which it ends
 * @param silenceTimeout ends when so long no sound was heard, counted from the start or from the last sound; zero: never
 * @param audio what of the leg is recorded
 * @param format of the file
 */
public record RecordRequest(
        Path file,
        boolean startBeep,
        Duration maxDuration,
        Duration silenceTimeout,
        RecordedAudio audio,
        AudioFormat format) {

    /** @throws IllegalArgumentException for two channels in a format that has one */
    public RecordRequest {
        if (audio == RecordedAudio.SEPARATE && format == AudioFormat.GSM) {
            throw new IllegalArgumentException("a GSM file has one channel");
        }
    }

    /** What the peer sends, as WAV. */
    public RecordRequest(Path file, boolean startBeep, Duration maxDuration, Duration silenceTimeout) {
        this(file, startBeep, maxDuration, silenceTimeout, RecordedAudio.RECEIVED, AudioFormat.WAV);
    }
}
