package org.callwright.media.tts.espeak;

import static org.assertj.core.api.Assertions.assertThat;

import org.callwright.media.spi.tts.TtsException;
import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void bracketsOfRawPhonemesShouldLoseTheirMeaning() throws TtsException {
        assertThat(PlainText.of("[[h@loU]]")).isEqualTo("[ [h@loU]]");
        assertThat(PlainText.of("[[[a")).doesNotContain("[[");
        assertThat(PlainText.of("[\u0000[a")).doesNotContain("[[");
    }
}
