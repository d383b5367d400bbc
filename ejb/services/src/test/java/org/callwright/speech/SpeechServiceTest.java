package org.callwright.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.engine.Eventually.eventually;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.callwright.call.value.Prompt;
import org.callwright.media.codecs.WavReader;
import org.callwright.media.spi.tts.Speech;
import org.callwright.media.spi.tts.TtsException;
import org.callwright.settings.SpeechSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SpeechServiceTest {

    private static final Prompt.Speech HELLO = new Prompt.Speech("Hello", "en-us", "woman");

    @TempDir
    Path folder;
    private final FakeVoice first = new FakeVoice("first", 1, "en-us", "en");
    private final FakeVoice second = new FakeVoice("second", 2, "en-us", "de");
    private final List<AutoCloseable> open = new ArrayList<>();
    private SpeechFigures figures;
    private final CountDownLatch gate = new CountDownLatch(1);

    @AfterEach
    void close() throws Exception {
        gate.countDown();
        for (AutoCloseable part : open) {
            part.close();
        }
    }

    @Test
    void aTextShouldBeSpokenOnceAndThenComeFromTheCacheAlsoAfterARestart() throws Exception {
        SpeechService service = service(Duration.ofSeconds(20), 10);
        try (PreparedPrompt prompt = speak(service, HELLO)) {
            assertThat(WavReader.readAll(prompt.file(), 60)).hasSize(500);
            assertThat(List.of(prompt.provider(), prompt.language(), prompt.voice()))
                    .containsExactly("first", "en-us", "fake-woman");
        }
        speak(service, HELLO).close();
        PreparedPrompt again = speak(service(Duration.ofSeconds(20), 10), HELLO);
        assertThat(again.voice()).isEqualTo("fake-woman");
        assertThat(first.asked).hasSize(1);
    }

    @Test
    void everyInputOfTheSynthesisShouldMakeADifferentEntry() throws Exception {
        SpeechService service = service(Duration.ofSeconds(20), 10);
        speak(service, HELLO);
        speak(service, new Prompt.Speech("Hello!", "en-us", "woman"));
        speak(service, new Prompt.Speech("Hello", "en", "woman"));
        speak(service, new Prompt.Speech("Hello", "en-us", "man"));
        first.version = "2";
        speak(service, HELLO);
        assertThat(first.asked).hasSize(5);
    }

    @Test
    void simultaneousWishesForOneTextShouldSpeakItOnce() throws Exception {
        first.behaviour = request -> {
            await();
            return new Speech(new short[80], "v");
        };
        SpeechService service = service(Duration.ofSeconds(20), 10);
        List<CompletableFuture<PreparedPrompt>> wishes = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            wishes.add(service.speak(HELLO).toCompletableFuture());
        }
        gate.countDown();
        for (CompletableFuture<PreparedPrompt> wish : wishes) {
            assertThat(wish.get(20, TimeUnit.SECONDS).file()).exists();
        }
        assertThat(first.asked).hasSize(1);
    }

    @Test
    void aProviderThatBreaksOrIsNotThereShouldBeReplacedByTheNext() throws Exception {
        first.behaviour = request -> {
            throw new TtsException(TtsException.ENGINE_FAILURE, "broken");
        };
        assertThat(speak(service(Duration.ofSeconds(20), 10), HELLO).provider()).isEqualTo("second");
        first.behaviour = request -> {
            throw new IllegalStateException("bug");
        };
        assertThat(speak(service(Duration.ofSeconds(20), 10), HELLO).provider()).isEqualTo("second");
        first.available = false;
        assertThat(speak(service(Duration.ofSeconds(20), 10), HELLO).provider()).isEqualTo("second");
        assertThat(second.asked).hasSize(1);
    }

    @Test
    void aRegionNobodySpeaksShouldFallBackToTheLanguage() throws Exception {
        assertThat(speak(service(Duration.ofSeconds(20), 10), new Prompt.Speech("Hi", "en-nz", "man")).language())
                .isEqualTo("en");
    }

    @Test
    void whatCannotBeSpokenShouldFailWithItsCodeAndNotTryOthers() {
        SpeechService service = service(Duration.ofSeconds(20), 10);
        assertThat(failure(service, new Prompt.Speech("Hei", "fi", "man")))
                .isEqualTo(TtsException.LANGUAGE_NOT_SUPPORTED);
        assertThat(failure(service, new Prompt.Speech(" \n", "en", "man"))).isEqualTo(TtsException.TEXT_NOT_SPEAKABLE);
        first.behaviour = request -> {
            throw new TtsException(TtsException.TEXT_NOT_SPEAKABLE, "too long");
        };
        assertThat(failure(service, HELLO)).isEqualTo(TtsException.TEXT_NOT_SPEAKABLE);
        assertThat(second.asked).isEmpty();
    }

    @Test
    void aFailureShouldNotBeCached() throws Exception {
        second.available = false;
        first.behaviour = request -> {
            throw new TtsException(TtsException.ENGINE_FAILURE, "broken");
        };
        SpeechService service = service(Duration.ofSeconds(20), 10);
        assertThat(failure(service, HELLO)).isEqualTo(TtsException.ENGINE_FAILURE);
        first.behaviour = request -> new Speech(new short[80], "v");
        assertThat(speak(service, HELLO).provider()).isEqualTo("first");
    }

    @Test
    void aProviderThatHangsShouldTimeOutAndBeInterrupted() {
        CountDownLatch interrupted = new CountDownLatch(1);
        first.behaviour = request -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            throw new TtsException(TtsException.ENGINE_FAILURE, "interrupted");
        };
        assertThat(failure(service(Duration.ofMillis(200), 10), HELLO)).isEqualTo(TtsException.TIMEOUT);
        eventually("interrupted", () -> interrupted.getCount() == 0);
        assertThat(second.asked).as("nobody waits for it any more").isEmpty();
    }

    @Test
    void moreTextsThanTheWorkersAndTheirQueueHoldShouldBeRefused() {
        first.behaviour = request -> {
            await();
            return new Speech(new short[80], "v");
        };
        SpeechService service = service(Duration.ofSeconds(20), 1);
        service.speak(new Prompt.Speech("one", "en", "man"));
        eventually("the worker is busy", () -> first.asked.size() == 1);
        service.speak(new Prompt.Speech("two", "en", "man"));
        assertThat(failure(service, new Prompt.Speech("three", "en", "man"))).isEqualTo(TtsException.ENGINE_FAILURE);
    }

    @Test
    void aProviderThatTakesTooLongShouldBeReplacedByTheNextAndInterrupted() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        first.behaviour = request -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            throw new TtsException(TtsException.ENGINE_FAILURE, "interrupted");
        };
        SpeechService service = service(impatient(Duration.ofMillis(100)));
        try (PreparedPrompt prompt = speak(service, HELLO)) {
            assertThat(prompt.provider()).isEqualTo("second");
        }
        assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aProviderThatFailedAgainAndAgainShouldNotBeAskedButWhatItSaidBeforeShouldStillBeHeard() throws Exception {
        SpeechService service = service(impatient(Duration.ofSeconds(10)));
        speak(service, HELLO).close();
        first.behaviour = request -> {
            throw new TtsException(TtsException.ENGINE_FAILURE, "broken");
        };
        for (int i = 0; i < 5; i++) {
            assertThat(speak(service, new Prompt.Speech("text " + i, "en-us", "man")).provider()).isEqualTo("second");
        }
        assertThat(first.asked).hasSize(1 + CircuitBreaker.FAILURES);
        assertThat(speak(service, HELLO).provider()).isEqualTo("first");
        assertThat(failure(service, new Prompt.Speech("Hi", "en", "man"))).isEqualTo(TtsException.ENGINE_FAILURE);
        assertThat(first.asked).hasSize(1 + CircuitBreaker.FAILURES);
    }

    @Test
    void figuresShouldTellCacheAndProviders() throws Exception {
        SpeechService service = service(Duration.ofSeconds(20), 10);
        speak(service, HELLO).close();
        speak(service, HELLO).close();
        first.behaviour = request -> {
            throw new TtsException(TtsException.ENGINE_FAILURE, "broken");
        };
        speak(service, new Prompt.Speech("Hello again", "en-us", "man")).close();
        assertThat(figures.getCacheHits()).isEqualTo(1);
        assertThat(figures.getCacheMisses()).isEqualTo(2);
        assertThat(figures.getCacheEntries()).isEqualTo(2);
        assertThat(figures.getCacheBytes()).isEqualTo(2 * 44 + 2 * (500 + 1_100));
        assertThat(figures.getProviders()).extracting(ProviderFigures::getProvider).containsExactly("first", "second");
        ProviderFigures of = figures.getProviders().get(0);
        assertThat(List.of(of.getSpoken(), of.getFailed(), of.getLate())).containsExactly(1L, 1L, 0L);
        assertThat(of.isResting()).isFalse();
    }

    private static SpeechSettings impatient(Duration provider) {
        Duration limit = Duration.ofSeconds(20);
        return new SpeechSettings(1, 1, 10, limit, 1_000_000, limit, 1, provider, Duration.ofMinutes(1));
    }

    private void await() {
        try {
            assertThat(gate.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static PreparedPrompt speak(SpeechService service, Prompt.Speech prompt) throws Exception {
        return service.speak(prompt).toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private static int failure(SpeechService service, Prompt.Speech prompt) {
        try {
            throw new AssertionError("spoken by " + speak(service, prompt).provider());
        } catch (ExecutionException e) {
            assertThat(e.getCause()).isInstanceOf(PromptException.class);
            return ((PromptException) e.getCause()).code();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private SpeechService service(Duration limit, int queue) {
        return service(new SpeechSettings(1, 1, queue, limit, 1_000_000, limit));
    }

    private SpeechService service(SpeechSettings settings) {
        SpeechWorkers workers = new SpeechWorkers(settings, Executors.defaultThreadFactory());
        ProviderChain chain = new ProviderChain(
                List.of(second, first), settings, Executors.defaultThreadFactory(), Clock.systemUTC());
        FileCache cache = new FileCache(folder, 1_000_000, Clock.systemUTC());
        open.add(workers);
        open.add(chain);
        figures = new SpeechFigures(cache, chain);
        return new SpeechService(chain, cache, workers, figures);
    }
}
