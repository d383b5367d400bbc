package org.callwright.media.tts.espeak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.callwright.media.spi.tts.TtsException;
import org.junit.jupiter.api.Test;

class SpokenTextTest {

    @Test
    void controlCharactersShouldBecomeSpaces() throws TtsException {
        assertThat(SpokenText.of("one\u0000two\u0007three\nfour\u009bfive")).isEqualTo("one two three four five");
    }

    @Test
    void bracketsOfRawPhonemesShouldLoseTheirMeaning() throws TtsException {
        assertThat(SpokenText.of("[[h@loU]]")).isEqualTo("[ [h@loU]]");
        assertThat(SpokenText.of("[[[a")).doesNotContain("[[");
    }

    @Test
    void lettersOfAllScriptsShouldPass() throws TtsException {
        assertThat(SpokenText.of("Grüße, Αθήνα, Москва, 你好, 😀1")).isEqualTo("Grüße, Αθήνα, Москва, 你好, 😀1");
        assertThat(SpokenText.of("half \ud83d of a pair")).isEqualTo("half   of a pair");
    }

    @Test
    void nothingToSayShouldBeRefused() {
        for (String text : new String[] {"", "  ", "...", "\u0000", "😀"}) {
            assertThatThrownBy(() -> SpokenText.of(text)).isInstanceOfSatisfying(TtsException.class,
                    e -> assertThat(e.code()).isEqualTo(TtsException.TEXT_NOT_SPEAKABLE));
        }
    }

    @Test
    void fourThousandCharactersShouldBeTheLimit() throws TtsException {
        assertThat(SpokenText.of("a".repeat(4000))).hasSize(4000);
        assertThatThrownBy(() -> SpokenText.of("a".repeat(4001))).isInstanceOfSatisfying(TtsException.class,
                e -> assertThat(e.code()).isEqualTo(TtsException.TEXT_NOT_SPEAKABLE));
    }
}
