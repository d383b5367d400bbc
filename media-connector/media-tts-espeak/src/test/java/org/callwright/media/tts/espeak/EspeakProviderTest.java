package org.callwright.media.tts.espeak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ServiceLoader;
import org.callwright.media.codecs.Goertzel;
import org.callwright.media.spi.tts.Speech;
import org.callwright.media.spi.tts.SpeechRequest;
import org.callwright.media.spi.tts.TtsException;
import org.callwright.media.spi.tts.TtsProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EspeakProviderTest {

    private static final Duration SHORT = Duration.ofMillis(300);

    @TempDir
    Path folder;

    @Test
    void providerShouldBeFoundAsAService() {
        assertThat(ServiceLoader.load(TtsProvider.class)).anySatisfy(p -> assertThat(p.name()).isEqualTo("espeak-ng"));
    }

    @Test
    void programShouldTellThatItIsThere() {
        EspeakProvider provider = FakeProgram.speaking(folder).provider();
        assertThat(provider.available()).isTrue();
        assertThat(provider.version()).isEqualTo("1.99");
    }

    @Test
    void missingProgramShouldNotBeAvailable() {
        EspeakProvider provider = new EspeakProvider(folder.resolve("nothing").toString(), SHORT);
        assertThat(provider.available()).isFalse();
        assertFails(provider, "hello", TtsException.ENGINE_FAILURE);
    }

    @Test
    void speechShouldComeAtEightKilohertz() throws TtsException {
        Speech speech = FakeProgram.speaking(folder).provider().synthesize(new SpeechRequest("hello", "en", "man"));
        assertThat(speech.samples()).hasSize(8000);
        assertThat(speech.voice()).isEqualTo("en-us");
        assertThat(Goertzel.share(speech.samples(), 2000, 4000, 440, 8000)).isGreaterThan(0.95);
    }

    @Test
    void textShouldGoInByStandardInputOnly() throws Exception {
        FakeProgram program = FakeProgram.speaking(folder);
        program.provider().synthesize(new SpeechRequest("--version $(id) `id` ; Ünï", "de-de", "woman"));
        assertThat(program.options()).containsExactly("-v", "de+f3", "-b", "1", "-z", "--stdin", "--stdout");
        assertThat(program.input()).isEqualTo("--version $(id) `id` ; Ünï");
    }

    @Test
    void endlessRunShouldBeKilledWithItsChildren() {
        EspeakProvider provider = FakeProgram.doing(folder, "sleep 600").provider(SHORT);
        long start = System.nanoTime();
        assertFails(provider, "hello", TtsException.TIMEOUT);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void endlessOutputShouldBeCutOff() {
        EspeakProvider provider = FakeProgram.doing(folder, "yes").provider(Duration.ofSeconds(30));
        assertFails(provider, "hello", TtsException.TEXT_NOT_SPEAKABLE);
    }

    @Test
    void garbageShouldBeAnEngineFailure() {
        assertFails(FakeProgram.doing(folder, "echo not a wave file at all").provider(), "hello",
                TtsException.ENGINE_FAILURE);
        assertFails(FakeProgram.doing(folder, "true").provider(), "hello", TtsException.ENGINE_FAILURE);
    }

    @Test
    void exitCodeShouldBeToldWithTheComplaint() {
        assertThatThrownBy(() -> FakeProgram.doing(folder, "echo no voice >&2; exit 3").provider()
                .synthesize(new SpeechRequest("hello", "en", "man")))
                .hasMessageContaining("3: no voice");
    }

    @Test
    void unknownLanguageShouldBeRefused() {
        EspeakProvider provider = FakeProgram.speaking(folder).provider();
        assertThat(provider.supports("zh-cn")).isFalse();
        assertThatThrownBy(() -> provider.synthesize(new SpeechRequest("hello", "zh-cn", "man")))
                .isInstanceOfSatisfying(TtsException.class,
                        e -> assertThat(e.code()).isEqualTo(TtsException.LANGUAGE_NOT_SUPPORTED));
    }

    private static void assertFails(EspeakProvider provider, String text, int code) {
        assertThatThrownBy(() -> provider.synthesize(new SpeechRequest(text, "en", "man")))
                .isInstanceOfSatisfying(TtsException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
