package org.callwright.media.tts.cjk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.callwright.media.spi.tts.SpeechRequest;
import org.callwright.media.spi.tts.TtsException;
import org.callwright.media.tts.espeak.EspeakProvider;
import org.callwright.media.tts.espeak.Transcriber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every language that TeleSign has a voice for, spoken by the program; skipped where it is not installed. */
class TelesignLanguagesTest {

    /** Tags whose voice is another one's too are named with it. */
    private static final List<String> VOICES = List.of("zh-hk", "zh-cn", "da-dk", "nl-nl", "en-gb", "en-us", "fi-fi",
            "fr-fr", "it-it", "ja-jp", "ko-kr", "nb-no", "pl-pl", "pt-br", "pt-pt", "es-mx", "es-es", "de-de", "ru-ru",
            "ca-es", "sv-se");

    private final EspeakProvider provider = new EspeakProvider();

    @BeforeEach
    void programMustBeInstalled() {
        assumeTrue(provider.available(), "espeak-ng is not installed");
    }

    @ParameterizedTest
    @CsvSource({"zh-hk,你的驗證碼是四七二，請勿告訴他人", "zh-cn,您的验证码是472，请勿告诉他人", "zh-tw,您的驗證碼是472，請勿告訴他人",
        "da-dk,Din kode er fire syv to. Del den ikke", "nl-nl,Uw code is vier zeven twee. Deel hem niet",
        "en-au,Your code is four seven two. Keep it secret", "en-gb,Your code is four seven two. Keep it secret",
        "en-us,Your code is four seven two. Keep it secret", "en-ca,Your code is four seven two. Keep it secret",
        "en-in,Your code is four seven two. Keep it secret", "fi-fi,Koodisi on neljä seitsemän kaksi. Pidä se salassa",
        "fr-fr,Votre code est quatre sept deux. Gardez-le", "fr-ca,Votre code est quatre sept deux. Gardez-le",
        "it-it,Il codice è quattro sette due. Non lo dica", "ja-jp,認証コードは472です。誰にも教えないでください",
        "ko-kr,인증 코드는 사 칠 이 입니다. 알려주지 마세요", "nb-no,Koden er fire sju to. Ikke del den",
        "pl-pl,Twój kod to cztery siedem dwa. Nie podawaj go", "pt-br,Seu código é quatro sete dois. Não compartilhe",
        "pt-pt,O código é quatro sete dois. Não o partilhe", "es-mx,Su código es cuatro siete dos. No lo comparta",
        "es-es,Su código es cuatro siete dos. No lo comparta", "de-de,Ihr Kürzel ist vier sieben zwei. Bitte geheim",
        "ru-ru,Ваш код четыре семь два. Никому не говорите", "ca-es,El codi és quatre set dos. No el digui",
        "sv-se,Din kod är fyra sju två. Dela den inte"})
    void everyLanguageShouldTakeAPlausibleTimeAndBeLoud(String language, String sentence) throws TtsException {
        short[] samples = speak(language, sentence);
        assertThat(samples.length / 8000.0).isBetween(1.5, 7.0);
        assertThat(level(samples)).isBetween(800.0, 12_000.0);
    }

    @Test
    void eachVoiceShouldSayItsNumbersInItsOwnWay() throws TtsException {
        List<short[]> spoken = new ArrayList<>();
        for (String language : VOICES) {
            short[] samples = speak(language, "1, 2, 3");
            assertThat(spoken).as(language).noneMatch(other -> Arrays.equals(other, samples));
            spoken.add(samples);
        }
    }

    @Test
    void mandarinShouldBeSyllablesWithTones() throws IOException {
        assertThat(phonemes("zh-cn", "您的验证码是472。")).isEqualTo(
                "nˈiɜn təɜ jˈiɛ5n ts.ˈə5ŋ mˈɑ2 s.ˈi.5 sˈi̪5 tɕhˈi5 ˈər5");
        assertThat(phonemes("zh-tw", "您的驗證碼是472。")).isEqualTo(phonemes("zh-cn", "您的验证码是472。"));
    }

    @Test
    void japaneseShouldNotBeReadAsForeignLetters() throws IOException {
        assertThat(phonemes("ja-jp", "認証コードは472です。誰にも教えないでください。"))
                .contains("nˈänä").doesNotContain("(en)").doesNotContain("lˈe̞tə");
    }

    @Test
    void brandsShouldBeReadByAnEnglishVoiceOfTheSameSex() throws TtsException {
        double alone = speak("zh-cn", "请打开").length;
        double both = speak("zh-cn", "请打开 Google Maps").length;
        assertThat(both - alone).isBetween(3_000.0, 16_000.0);
    }

    /** Nothing that a customer writes may break the program down, which would have it rest for the others. */
    @ParameterizedTest
    @ValueSource(strings = {"zh-cn", "ja-jp", "en-us"})
    void hostileTextsShouldBeSpokenOrRefusedAsSuch(String language) {
        for (String text : List.of("a ".repeat(2_000), "1-".repeat(1_999) + "1", "中a".repeat(2_000),
                "99999999 ".repeat(444), "1,000".repeat(800), "漢".repeat(4_000), "&<>'\"]]".repeat(500) + "a",
                "a\u0301\u0302".repeat(1_300), "</voice></speak><audio src='/etc/hostname'/>a", "\u202e\ufffe\uffffa",
                "[[" + "a".repeat(3_000), "😀".repeat(1_900) + "1", "ﷺ".repeat(4_000), "12:".repeat(1_300))) {
            try {
                assertThat(speak(language, text).length).as(text).isPositive();
            } catch (TtsException e) {
                assertThat(e.code()).as(text + ": " + e.getMessage()).isEqualTo(TtsException.TEXT_NOT_SPEAKABLE);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-cn", "ja-jp", "en-us"})
    void textsWithNothingToReadOrTooMuchShouldBeRefused(String language) {
        for (String text : List.of("", " \n\t ", "\u0000\u0001\u0007\u001b", "😀🎉", "。！…", "字".repeat(4_001),
                "word ".repeat(2_000))) {
            assertThatThrownBy(() -> speak(language, text)).isInstanceOfSatisfying(TtsException.class,
                    e -> assertThat(e.code()).isEqualTo(TtsException.TEXT_NOT_SPEAKABLE));
        }
    }

    /** What the dictionaries don't know is left out, the rest is heard. */
    @Test
    void rareCharactersShouldNotSilenceTheRest() throws TtsException {
        assertThat(speak("zh-cn", "您好𪚥您好").length).isGreaterThan(speak("zh-cn", "您好").length * 3 / 2);
        assertThat(speak("ja-jp", "𠮷野さん、こんにちは").length).isGreaterThan(speak("ja-jp", "こんにちは").length);
    }

    @Test
    void markupShouldBeReadAsTextAndNotObeyed() throws TtsException {
        for (String language : List.of("zh-cn", "ja-jp")) {
            double seconds = speak(language, "<speak>好<break time=\"30s\"/>好</speak>").length / 8_000.0;
            assertThat(seconds).isBetween(1.0, 12.0);
        }
    }

    @Test
    void endlessMixOfScriptsShouldBeSpoken() throws TtsException {
        assertThat(speak("ja-jp", "東京ABC漢字123<&>[[x]]한국어🙂".repeat(100)).length / 8000).isBetween(60, 1_200);
    }

    private short[] speak(String language, String text) throws TtsException {
        return provider.synthesize(new SpeechRequest(text, language, "woman")).samples();
    }

    private static double level(short[] samples) {
        double sum = 0;
        for (short sample : samples) {
            sum += (double) sample * sample;
        }
        return Math.sqrt(sum / samples.length);
    }

    /** As the program itself tells them for the transcription. */
    private static String phonemes(String language, String text) throws IOException {
        Transcriber transcriber = Stream.of(new PinyinTranscriber(), new KanaTranscriber())
                .filter(one -> one.voice(language).isPresent()).findFirst().orElseThrow();
        StringBuilder input = new StringBuilder();
        transcriber.transcribe(text).forEach(passage -> input.append(passage.text()).append(' '));
        Process program = new ProcessBuilder("espeak-ng", "-v", transcriber.voice(language).orElseThrow(), "-q",
                "--ipa", "-b", "1", input.toString()).start();
        return new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip()
                .replaceAll("\\s+", " ");
    }
}
