package org.callwright.media.tts.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.callwright.media.codecs.Goertzel;
import org.callwright.media.spi.tts.Speech;
import org.callwright.media.spi.tts.SpeechNetwork.Answer;
import org.callwright.media.spi.tts.SpeechRequest;
import org.callwright.media.spi.tts.TtsException;
import org.callwright.media.spi.tts.TtsProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpProviderTest {

    private static final SpeechRequest HELLO = new SpeechRequest("Say \"hi\"", "en-us", "man");

    private final FakeService service = new FakeService();

    @Test
    void providerShouldBeFoundAsAService() {
        assertThat(ServiceLoader.load(TtsProvider.class)).anySatisfy(p -> assertThat(p.name()).isEqualTo("http"));
    }

    @Test
    void withoutAUrlItShouldNotBeAvailable() {
        HttpProvider provider = new HttpProvider(Map::of);
        assertThat(provider.available()).isFalse();
        provider.connect(service);
        assertThat(provider.available()).isFalse();
        assertThat(provider.supports("en")).isFalse();
        assertFails(provider, TtsException.ENGINE_FAILURE);
    }

    @Test
    void aTextShouldGoOutAsJsonAndComeBackAtEightKilohertz() throws TtsException {
        Speech speech = service.provider("TOKEN", "s3cret", "VOICES", "en-us:man=Matthew", "TIMEOUT_MS", "700")
                .synthesize(HELLO);
        assertThat(service.body()).isEqualTo(
                "{\"text\":\"Say \\\"hi\\\"\",\"language\":\"en-US\",\"voice\":\"Matthew\",\"format\":\"wav\"}");
        assertThat(service.asked.get(0).mediaType()).isEqualTo("application/json");
        assertThat(service.asked.get(0).headers()).containsExactly(Map.entry("Authorization", "Bearer s3cret"));
        assertThat(service.asked.get(0).limit()).isEqualTo(Duration.ofMillis(700));
        assertThat(speech.voice()).isEqualTo("Matthew");
        assertThat(speech.samples()).hasSize(8_000);
        assertThat(Goertzel.share(speech.samples(), 2_000, 4_000, 440, 8_000)).isGreaterThan(0.95);
    }

    @Test
    void aServiceThatWantsMarkupShouldGetIt() throws TtsException {
        service.provider("NAME", "vendor", "TOKEN", "k",
                "HEADERS", "X-Key: ${token} | X-Format: riff-8khz|Content-Type: application/ssml+xml; charset=utf-8",
                "BODY", "<speak xml:lang=\"${language}\"><voice name=\"${voice}\">${text}</voice></speak>")
                .synthesize(new SpeechRequest("a < b", "zh-cn", "woman"));
        assertThat(service.body())
                .isEqualTo("<speak xml:lang=\"zh-CN\"><voice name=\"woman\">a &lt; b</voice></speak>");
        assertThat(service.asked.get(0).mediaType()).isEqualTo("application/ssml+xml; charset=utf-8");
        assertThat(service.asked.get(0).headers()).containsOnly(
                Map.entry("X-Key", "k"), Map.entry("X-Format", "riff-8khz"));
    }

    @Test
    void audioInsideJsonShouldBeTakenOut() throws TtsException {
        String audio = Base64.getEncoder().encodeToString(FakeService.wav(8_000, 800)).replace("/", "\\/");
        service.answer = new Answer(200, "application/json",
                ("{\"x\":1, \"audioContent\" : \"" + audio + "\"}").getBytes(StandardCharsets.US_ASCII));
        assertThat(service.provider("AUDIO_FIELD", "audioContent").synthesize(HELLO).samples()).hasSize(800);
        service.answer = new Answer(200, "application/json", "{\"error\":\"audioContent\"}".getBytes());
        assertFails(service.provider("AUDIO_FIELD", "audioContent"), TtsException.ENGINE_FAILURE);
    }

    @Test
    void samplesWithoutAHeadShouldBeReadAtTheirRate() throws TtsException {
        byte[] wav = FakeService.wav(24_000, 24_000);
        service.answer = new Answer(200, "audio/pcm", Arrays.copyOfRange(wav, 44, wav.length));
        HttpProvider provider = service.provider("PCM_RATE", "24000", "URL", "https://x/v/${voice}?f=pcm_24000");
        assertThat(provider.synthesize(new SpeechRequest("hi", "en", "wo man")).samples()).hasSize(8_000);
        assertThat(service.asked.get(0).url()).hasToString("https://x/v/wo%20man?f=pcm_24000");
    }

    @Test
    void whatIsNotSamplesShouldNotBeHeardAsNoise() {
        byte[] page = "<html>quota exceeded</html>".repeat(200).getBytes(StandardCharsets.US_ASCII);
        for (String type : List.of("text/html; charset=utf-8", "application/json", "application/problem+json",
                "application/xhtml+xml", "audio/mpeg", "Audio/MP3")) {
            service.answer = new Answer(200, type, page);
            assertFails(service.provider("PCM_RATE", "16000"), TtsException.ENGINE_FAILURE);
        }
    }

    /** As sox writes it: 44.1 kHz, two channels, 16, 24 and 32 bit; lengths unknown, as behind a pipe. */
    @ParameterizedTest
    @CsvSource({"-b 16", "-b 24", "-b 32", "-e float -b 32", "-e a-law", "-e mu-law"})
    void stereoOf44100HertzShouldBecomeTelephoneAudio(String encoding) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/sox")), "sox is not installed");
        List<String> command = new ArrayList<>(List.of("sox", "-n", "-r", "44100", "-c", "2"));
        command.addAll(List.of(encoding.split(" ")));
        command.addAll(List.of("-t", "wav", "-", "synth", "2", "sine", "440", "gain", "-6"));
        Process sox = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        byte[] wav = sox.getInputStream().readAllBytes();
        assertThat(sox.waitFor()).isZero();
        service.answer = new Answer(200, "audio/wav", wav);
        short[] samples = service.provider().synthesize(HELLO).samples();
        assertThat(samples.length).isBetween(15_990, 16_010);
        assertThat(Goertzel.share(samples, 4_000, 8_000, 440, 8_000)).isGreaterThan(0.95);
    }

    @Test
    void whatIsNoAudioShouldBeAnEngineFailure() {
        for (Answer answer : new Answer[] {new Answer(500, "", new byte[0]), new Answer(302, "", new byte[0]),
            new Answer(200, "audio/wav", new byte[0]), new Answer(200, "text/html", "<html/>".getBytes()),
            new Answer(200, "audio/mpeg", new byte[] {'I', 'D', '3', 4, 0, 0, 0, 0, 0, 0, (byte) 0xFF, (byte) 0xFB}),
            new Answer(200, "audio/wav", "RIFF....WAVEfmt lies".getBytes())}) {
            service.answer = answer;
            assertFails(service.provider(), TtsException.ENGINE_FAILURE);
        }
    }

    @Test
    void aServiceThatIsSlowOrGoneShouldBeToldApart() {
        service.failure = new SocketTimeoutException("late");
        assertFails(service.provider(), TtsException.TIMEOUT);
        service.failure = new IOException("the connection was refused");
        assertFails(service.provider(), TtsException.ENGINE_FAILURE);
    }

    @Test
    void errorsShouldHoldNothingOfTheRequest() {
        service.answer = new Answer(401, "", new byte[0]);
        assertThatThrownBy(() -> service.provider("TOKEN", "s3cret").synthesize(HELLO))
                .hasMessageNotContainingAny("s3cret", "hi", "127.0.0.1").hasMessageContaining("401");
    }

    @Test
    void whatItIsNotSetUpForShouldNotBeSent() {
        HttpProvider provider = service.provider("LANGUAGES", "en");
        assertThat(provider.supports("EN-gb")).isTrue();
        assertThat(provider.supports("de")).isFalse();
        assertFails(provider, new SpeechRequest("hallo", "de", "man"), TtsException.LANGUAGE_NOT_SUPPORTED);
        assertFails(provider, new SpeechRequest("...", "en", "man"), TtsException.TEXT_NOT_SPEAKABLE);
        assertFails(provider, new SpeechRequest("a".repeat(4_001), "en", "man"), TtsException.TEXT_NOT_SPEAKABLE);
        assertThat(service.asked).isEmpty();
    }

    private static void assertFails(HttpProvider provider, int code) {
        assertFails(provider, HELLO, code);
    }

    private static void assertFails(HttpProvider provider, SpeechRequest request, int code) {
        assertThatThrownBy(() -> provider.synthesize(request)).isInstanceOfSatisfying(TtsException.class,
                e -> assertThat(e.code()).isEqualTo(code));
    }
}
