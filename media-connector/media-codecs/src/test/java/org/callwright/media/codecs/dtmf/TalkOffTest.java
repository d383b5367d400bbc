package org.callwright.media.codecs.dtmf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Random;
import org.callwright.media.judge.Audio;
import org.callwright.media.judge.Program;
import org.junit.jupiter.api.Test;

/** Half an hour of speech, in ten voices of five languages, that no key was pressed in; skipped without espeak-ng. */
class TalkOffTest {

    private static final int HALF_AN_HOUR = 30 * 60 * 8000;
    private static final List<String> VOICES =
            List.of("en", "en+f3", "de", "de+f2", "es", "es+f4", "fr", "fr+m3", "it", "it+f1");
    private static final String[] SYLLABLES = {"ba", "lo", "mi", "tu", "ne", "ra", "so", "vi", "ga", "pe", "der", "ton",
        "ess", "ik", "ul", "och", "am", "ei", "zu", "ko", "ya", "nn", "ou", "he"};

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        while (text.length() < 1500) {
            for (int i = random.nextInt(4); i >= 0; i--) {
                text.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
            }
            text.append(random.nextInt(9) == 0 ? ". " : " ");
        }
        return text.toString();
    }

    @Test
    void speechShouldPressNoKeys() {
        assumeTrue(Program.installed("espeak-ng") && Program.installed("sox"), "espeak-ng or sox is not installed");
        StringBuilder keys = new StringBuilder();
        DtmfDetector detector = new DtmfDetector(keys::append);
        Random random = new Random(30);
        int heard = 0;
        for (int i = 0; heard < HALF_AN_HOUR; i++) {
            short[] speech = Audio.spoken(VOICES.get(i % VOICES.size()), text(random));
            detector.accept(speech, 0, speech.length);
            heard += speech.length;
        }
        assertThat(keys.length()).as("keys told: " + keys).isLessThanOrEqualTo(1);
    }
}
