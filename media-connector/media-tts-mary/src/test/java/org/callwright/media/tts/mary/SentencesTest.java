package org.callwright.media.tts.mary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTest {

    @Test
    void shortTextShouldStayWhole() {
        assertThat(Sentences.of(" One. Two? Three! ")).containsExactly("One. Two? Three!");
    }

    @Test
    void longTextShouldBeCutBehindASentence() {
        String first = "a".repeat(150) + ".";
        String second = "b".repeat(150) + ".";
        assertThat(Sentences.of(first + " " + second)).containsExactly(first, second);
    }

    @Test
    void endlessSentenceShouldBeCutAtASpace() {
        List<String> pieces = Sentences.of("word ".repeat(200));
        assertThat(pieces).allSatisfy(piece -> assertThat(piece.length()).isLessThanOrEqualTo(200));
        assertThat(String.join(" ", pieces)).isEqualTo("word ".repeat(200).strip());
    }

    @Test
    void endlessWordShouldBeCutAnywhere() {
        assertThat(String.join("", Sentences.of("x".repeat(1000)))).isEqualTo("x".repeat(1000));
    }

    @Test
    void piecesWithNothingToSayShouldBeLeftOut() {
        assertThat(Sentences.of("Hello there. " + ". ".repeat(300))).hasSize(1);
    }

    @Test
    void decimalPointShouldNotEndASentence() {
        String text = "x".repeat(197) + " 3.14 more words that follow";
        assertThat(Sentences.of(text)).containsExactly("x".repeat(197), "3.14 more words that follow");
    }
}
