package org.callwright.media.tts.espeak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.callwright.media.spi.tts.Speech;
import org.callwright.media.spi.tts.SpeechRequest;
import org.callwright.media.spi.tts.TtsException;
import org.callwright.media.tts.espeak.Transcriber.Passage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Languages that a transcriber writes in other letters. */
class TranscribedTest {

    @TempDir
    Path folder;

    /** Says what it is told to, for Mandarin. */
    private record Told(List<Passage> passages) implements Transcriber {

        @Override
        public String version() {
            return "told 7";
        }

        @Override
        public Optional<String> voice(String language) {
            return language.equals("zh-cn") ? Optional.of("cmn-latn-pinyin") : Optional.empty();
        }

        @Override
        public List<Passage> transcribe(String text) {
            return passages;
        }
    }

    @Test
    void transcriptionShouldBeReadByItsVoice() throws Exception {
        FakeProgram program = FakeProgram.speaking(folder);
        EspeakProvider provider = provider(program, new Passage("ni3 hao3", false));
        assertThat(provider.supports("zh-cn")).isTrue();
        assertThat(provider.version()).isEqualTo("1.99 with told 7");
        Speech speech = provider.synthesize(new SpeechRequest("你好", "zh-cn", "woman"));
        assertThat(speech.voice()).isEqualTo("cmn-latn-pinyin+f3");
        assertThat(program.options()).contains("cmn-latn-pinyin+f3").doesNotContain("-m");
        assertThat(program.input()).isEqualTo("ni3 hao3");
    }

    @Test
    void englishPassagesShouldBeReadByAnEnglishVoice() throws Exception {
        FakeProgram program = FakeProgram.speaking(folder);
        provider(program, new Passage("ni3 hao3", false), new Passage("R&D <b>", true))
                .synthesize(new SpeechRequest("你好", "zh-cn", "woman"));
        assertThat(program.options()).contains("-m");
        assertThat(program.input()).isEqualTo(
                "<speak>ni3 hao3<voice name=\"en-us+f3\">R&amp;D &lt;b&gt;</voice></speak>");
    }

    @Test
    void nothingToReadShouldNotBeSpeakable() {
        EspeakProvider provider = provider(FakeProgram.speaking(folder));
        assertThatThrownBy(() -> provider.synthesize(new SpeechRequest("漢", "zh-cn", "man")))
                .isInstanceOfSatisfying(TtsException.class,
                        e -> assertThat(e.code()).isEqualTo(TtsException.TEXT_NOT_SPEAKABLE));
    }

    @Test
    void otherLanguagesShouldNotBeTranscribed() throws Exception {
        FakeProgram program = FakeProgram.speaking(folder);
        provider(program, new Passage("wrong", false)).synthesize(new SpeechRequest("<hello>", "en", "man"));
        assertThat(program.input()).isEqualTo("<hello>");
    }

    private static EspeakProvider provider(FakeProgram program, Passage... passages) {
        return program.provider(Duration.ofSeconds(10), new Told(List.of(passages)));
    }
}
