package org.callwright.media.tts.mary;

import org.callwright.media.spi.tts.TtsException;

/** Text as the engine can take it: what an English voice can't read becomes space, and something must be left. */
final class SpokenText {

    static final int MAX_LENGTH = 4000;

    private SpokenText() {
    }

    static String of(String text) throws TtsException {
        if (text.length() > MAX_LENGTH) {
            throw new TtsException(TtsException.TEXT_NOT_SPEAKABLE, "text has " + text.length()
                    + " characters, at most " + MAX_LENGTH + " are spoken");
        }
        String plain = text.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE
                        || Character.isSupplementaryCodePoint(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString().strip();
        if (plain.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw new TtsException(TtsException.TEXT_NOT_SPEAKABLE, "text holds no letter and no digit");
        }
        return plain;
    }
}
