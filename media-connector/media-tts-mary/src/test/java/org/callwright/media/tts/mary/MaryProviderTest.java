package org.callwright.media.tts.mary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import __redirected.ServerDocumentBuilderFactory;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.callwright.media.spi.tts.Speech;
import org.callwright.media.spi.tts.SpeechRequest;
import org.callwright.media.spi.tts.TtsException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The engine itself, from the library folder that the build has made; none of its jars is on this class path. */
class MaryProviderTest {

    private static final String XML_FACTORY = "javax.xml.parsers.DocumentBuilderFactory";
    private static final SpeechRequest CODE =
            new SpeechRequest("Your verification code is four seven two nine one three.", "en-us", "man");

    private static MaryProvider provider;

    /** Loads the engine in a JVM that has an XML factory of a server, as WildFly does. */
    @BeforeAll
    static void load() throws TtsException {
        System.setProperty(XML_FACTORY, ServerDocumentBuilderFactory.class.getName());
        provider = new MaryProvider(System.getProperty("mary.lib"));
        assertThat(provider.available()).isTrue();
        provider.synthesize(CODE);
    }

    @AfterAll
    static void close() {
        System.clearProperty(XML_FACTORY);
        provider.close();
        assertThat(provider.available()).isFalse();
    }

    @Test
    void engineShouldNotBeVisibleOutside() {
        for (String type : List.of("marytts.LocalMaryInterface", "de.dfki.lt.tools.tokenizer.JTok", "org.slf4j.Logger",
                "org.apache.log4j.Logger", "com.google.common.collect.Lists", "com.ibm.icu.text.Normalizer",
                "org.apache.commons.io.IOUtils", "opennlp.maxent.GISModel")) {
            assertThatThrownBy(() -> Class.forName(type)).isInstanceOf(ClassNotFoundException.class);
        }
    }

    @Test
    void xmlFactoryOfTheServerShouldBeReached() {
        assertThat(ServerDocumentBuilderFactory.MADE).hasPositiveValue();
    }

    @Test
    void sentenceShouldTakeAPlausibleTimeAndBeLoud() throws TtsException {
        Speech speech = provider.synthesize(CODE);
        assertThat(speech.samples().length / 8000.0).isBetween(2.5, 5.0);
        assertThat(level(speech.samples())).isBetween(800.0, 12_000.0);
        assertThat(provider.ready()).isTrue();
    }

    @Test
    void theVoiceThatSpokeShouldBeTold() throws TtsException {
        assertThat(provider.synthesize(new SpeechRequest("hello", "en", "man")).voice()).isEqualTo("cmu-slt-hsmm");
    }

    @Test
    void sameTextShouldGiveSameLengthOnSeveralThreadsAtOnce() throws Exception {
        int alone = provider.synthesize(CODE).samples().length;
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Speech> task = () -> provider.synthesize(CODE);
            for (Future<Speech> speech : threads.invokeAll(List.of(task, task, task, task, task, task))) {
                assertThat(speech.get().samples()).hasSize(alone);
                assertThat(level(speech.get().samples())).isGreaterThan(800);
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void contextClassLoaderOfTheCallerShouldNotMatterAndStay() throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader foreign = new URLClassLoader(new URL[0], null)) {
            Thread.currentThread().setContextClassLoader(foreign);
            assertThat(provider.synthesize(CODE).samples()).isNotEmpty();
            assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(foreign);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Test
    void longTextShouldBeSpokenInPieces() throws TtsException {
        String text = "This is one of several sentences that are spoken one after the other. ".repeat(12);
        double one = provider.synthesize(new SpeechRequest(text.substring(0, 70), "en", "woman")).samples().length;
        double all = provider.synthesize(new SpeechRequest(text, "en", "woman")).samples().length;
        assertThat(all / one).isBetween(9.0, 13.0);
    }

    @Test
    void markupShouldBeReadAsTextAndNotFail() throws TtsException {
        assertThat(provider.synthesize(new SpeechRequest("a < b && c > d </maryxml>", "en", "man")).samples())
                .isNotEmpty();
    }

    @Test
    void jvmShouldEndQuietlyAfterTheProviderWasClosed() throws Exception {
        Process jvm = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                "-cp", System.getProperty("java.class.path"), SpeakAndExit.class.getName(),
                System.getProperty("mary.lib")).redirectErrorStream(true).start();
        String output = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(jvm.waitFor()).isZero();
        assertThat(output).containsPattern("spoke \\d{4,}").doesNotContain("Exception").doesNotContain("Error");
    }

    @Test
    void otherScriptShouldNotBeSpeakable() {
        assertThatThrownBy(() -> provider.synthesize(new SpeechRequest("Привет", "en", "man")))
                .isInstanceOfSatisfying(TtsException.class,
                        e -> assertThat(e.code()).isEqualTo(TtsException.TEXT_NOT_SPEAKABLE));
        assertThatThrownBy(() -> provider.synthesize(new SpeechRequest(" \u0007 ", "en", "man")))
                .isInstanceOfSatisfying(TtsException.class,
                        e -> assertThat(e.code()).isEqualTo(TtsException.TEXT_NOT_SPEAKABLE));
    }

    @Test
    void otherLanguageShouldBeRefused() {
        assertThat(provider.supports("en-gb")).isFalse();
        assertThat(provider.supports("EN-US")).isTrue();
        assertThatThrownBy(() -> provider.synthesize(new SpeechRequest("bonjour", "fr", "man")))
                .isInstanceOfSatisfying(TtsException.class,
                        e -> assertThat(e.code()).isEqualTo(TtsException.LANGUAGE_NOT_SUPPORTED));
    }

    private static double level(short[] samples) {
        double sum = 0;
        for (short sample : samples) {
            sum += (double) sample * sample;
        }
        return Math.sqrt(sum / samples.length);
    }
}
