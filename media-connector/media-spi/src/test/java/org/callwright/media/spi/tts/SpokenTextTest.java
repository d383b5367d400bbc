package org.callwright.media.spi.tts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SpokenTextTest {

    private static String all(String text) throws TtsException {
        return SpokenText.of(text, c -> false);
    }

    private static void assertRefused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(TtsException.class,
                e -> assertThat(e.code()).isEqualTo(TtsException.TEXT_NOT_SPEAKABLE));
    }

    @Test
    void controlCharactersShouldBecomeSpaces() throws TtsException {
        assertThat(all("one\u0000two\u0007three\nfour\u009bfive")).isEqualTo("one two three four five");
    }

    @Test
    void lettersOfAllScriptsShouldPass() throws TtsException {
        assertThat(all("Grüße, Αθήνα, Москва, 你好, 😀1")).isEqualTo("Grüße, Αθήνα, Москва, 你好, 😀1");
        assertThat(all("half \ud83d of a pair")).isEqualTo("half   of a pair");
    }

    @Test
    void whatAnEngineCanNotReadShouldBecomeSpaces() throws TtsException {
        assertThat(SpokenText.of("😀 smile 1", Character::isSupplementaryCodePoint)).isEqualTo("smile 1");
        assertRefused(() -> SpokenText.of("abc", Character::isLetter));
    }

    @Test
    void nothingToSayShouldBeRefused() {
        for (String text : new String[] {"", "  ", "...", "\u0000", "😀"}) {
            assertRefused(() -> all(text));
            assertRefused(() -> SpokenText.check(text));
        }
    }

    @Test
    void fourThousandCharactersShouldBeTheLimit() throws TtsException {
        SpokenText.check("a".repeat(4000));
        assertThat(all("a".repeat(4000))).hasSize(4000);
        assertRefused(() -> all("a".repeat(4001)));
        assertRefused(() -> SpokenText.check("a".repeat(4001)));
    }
}
