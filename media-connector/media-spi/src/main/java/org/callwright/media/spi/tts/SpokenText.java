package org.callwright.media.spi.tts;

import java.util.function.IntPredicate;

/** What providers speak: texts with a letter or a digit in them, and no more than {@link #MAX_LENGTH} characters. */
public final class SpokenText {

    /** In UTF-16 units. */
    public static final int MAX_LENGTH = 4000;

    private SpokenText() {
    }

    /**
     * The text as an engine can take it: what can't be read becomes space, and something must be left. Never readable
     * are control characters and halves of pairs.
     *
     * @param unreadable which other code points this engine can't read
     * @throws TtsException {@link TtsException#TEXT_NOT_SPEAKABLE}
     */
    public static String of(String text, IntPredicate unreadable) throws TtsException {
        checkLength(text);
        String plain = text.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE
                        || unreadable.test(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString().strip();
        checkReadable(plain);
        return plain;
    }

    /**
     * For providers that take any text as it is.
     *
     * @throws TtsException {@link TtsException#TEXT_NOT_SPEAKABLE}
     */
    public static void check(String text) throws TtsException {
        checkLength(text);
        checkReadable(text);
    }

    private static void checkLength(String text) throws TtsException {
        if (text.length() > MAX_LENGTH) {
            throw new TtsException(TtsException.TEXT_NOT_SPEAKABLE, "text has " + text.length()
                    + " characters, at most " + MAX_LENGTH + " are spoken");
        }
    }

    private static void checkReadable(String text) throws TtsException {
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw new TtsException(TtsException.TEXT_NOT_SPEAKABLE, "text holds no letter and no digit");
        }
    }
}
