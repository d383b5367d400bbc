package org.callwright.media.tts.espeak;

import org.callwright.media.spi.tts.SpokenText;
import org.callwright.media.spi.tts.TtsException;

/** Text as it may go to the program: without {@code [[}, which would begin raw phonemes. */
final class PlainText {

    private PlainText() {
    }

    static String of(String text) throws TtsException {
        return SpokenText.of(text, c -> false).replaceAll("\\[(?=\\[)", "[ ");
    }
}
