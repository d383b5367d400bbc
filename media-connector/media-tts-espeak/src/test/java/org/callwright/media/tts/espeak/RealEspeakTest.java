package org.callwright.media.tts.espeak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.callwright.media.spi.tts.Speech;
import org.callwright.media.spi.tts.SpeechRequest;
import org.callwright.media.spi.tts.TtsException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program itself; skipped on machines where it is not installed. */
class RealEspeakTest {

    private final EspeakProvider provider = new EspeakProvider();

    @BeforeEach
    void programMustBeInstalled() {
        assumeTrue(provider.available(), "espeak-ng is not installed");
    }

    @ParameterizedTest
    @CsvSource({"en,Your verification code is four seven two", "en-gb,Your code is 472",
        "es,El código es cuatro siete dos",
        "fr,Votre code est quatre sept deux", "de,Ihr Kürzel ist vier sieben zwei", "it,Il codice è quattro sette due",
        "pt,O código é quatro sete dois", "pt-br,O código é quatro sete dois", "nl,De code is vier zeven twee",
        "pl,Kod to cztery siedem dwa", "ru,Код четыре семь два", "sv,Koden är fyra sju två", "no,Koden er fire sju to",
        "da,Koden er fire syv to", "fi,Koodi on neljä seitsemän kaksi", "tr,Kod dört yedi iki",
        "el,Ο κωδικός είναι τέσσερα επτά δύο", "cs,Kód je čtyři sedm dva", "ca,El codi és quatre set dos",
        "zh-hk,你的密碼是四七二", "ko,코드는 사 칠 이", "ro,Codul este patru șapte doi", "ar,الرمز أربعة سبعة اثنان"})
    void sentenceShouldTakeAPlausibleTimeAndBeLoud(String language, String sentence) throws TtsException {
        short[] samples = provider.synthesize(new SpeechRequest(sentence, language, "woman")).samples();
        assertThat(samples.length / 8000.0).isBetween(0.8, 6.0);
        assertThat(level(samples)).isBetween(800.0, 12_000.0);
    }

    @Test
    void womanShouldSoundOtherThanMan() throws TtsException {
        Speech man = provider.synthesize(new SpeechRequest("good morning", "en", "man"));
        Speech woman = provider.synthesize(new SpeechRequest("good morning", "en", "woman"));
        assertThat(woman.voice()).isEqualTo("en-us+f3");
        assertThat(woman.samples()).isNotEqualTo(man.samples());
    }

    @Test
    void leadingDashShouldBeSpokenNotObeyed() throws TtsException {
        assertThat(provider.synthesize(new SpeechRequest("--version", "en", "man")).samples().length)
                .isGreaterThan(2400);
        assertThat(provider.synthesize(new SpeechRequest("-w /tmp/x hello", "en", "man")).samples().length)
                .isGreaterThan(2400);
    }

    @Test
    void longestTextShouldBeSpoken() throws TtsException {
        String text = "one two three four five ".repeat(160).strip();
        assertThat(provider.synthesize(new SpeechRequest(text, "en", "man")).samples().length / 8000).isGreaterThan(60);
    }

    @Test
    void manyThreadsShouldGetTheSameSpeech() throws Exception {
        short[] alone = provider.synthesize(new SpeechRequest("good morning", "en", "man")).samples();
        ExecutorService threads = Executors.newFixedThreadPool(12);
        try {
            List<Callable<Speech>> tasks = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                tasks.add(() -> provider.synthesize(new SpeechRequest("good morning", "en", "man")));
            }
            for (Future<Speech> speech : threads.invokeAll(tasks)) {
                assertThat(speech.get().samples()).isEqualTo(alone);
            }
        } finally {
            threads.shutdown();
        }
    }

    private static double level(short[] samples) {
        double sum = 0;
        for (short sample : samples) {
            sum += (double) sample * sample;
        }
        return Math.sqrt(sum / samples.length);
    }
}
