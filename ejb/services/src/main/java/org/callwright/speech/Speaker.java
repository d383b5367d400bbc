package org.callwright.speech;

import static org.callwright.engine.log.EngineLog.LOG;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.callwright.media.spi.tts.Speech;
import org.callwright.media.spi.tts.SpeechRequest;
import org.callwright.media.spi.tts.TtsException;
import org.callwright.media.spi.tts.TtsProvider;
import org.callwright.settings.SpeechSettings;

/**
 * A provider as it is used here: with a time limit, on a thread that is given up when the limit is over, with a rest
 * after failures, and counted.
 */
final class Speaker {

    private final TtsProvider provider;
    private final CircuitBreaker breaker;
    private final ProviderCount count = new ProviderCount();
    private final Duration limit;
    private final ExecutorService calls;

    Speaker(TtsProvider provider, SpeechSettings settings, ExecutorService calls, Clock clock) {
        this.provider = provider;
        this.breaker = new CircuitBreaker(settings.providerRest(), clock);
        this.limit = settings.providerTimeout();
        this.calls = calls;
    }

    TtsProvider provider() {
        return provider;
    }

    ProviderFigures figures() {
        return count.figures(provider.name(), breaker.resting());
    }

    /**
     * Speaks, or fails within the limit.
     *
     * @throws RestingException when the provider is not asked because of its failures
     */
    Speech speak(SpeechRequest request) throws TtsException {
        if (!breaker.permits()) {
            throw new RestingException();
        }
        long start = System.nanoTime();
        try {
            Speech speech = within(request);
            count.spoken(System.nanoTime() - start, speech.samples().length);
            well();
            return speech;
        } catch (TtsException e) {
            count.failed(e.code(), System.nanoTime() - start);
            if (e.code() == TtsException.ENGINE_FAILURE || e.code() == TtsException.TIMEOUT) {
                ill();
            } else {
                well();
            }
            throw e;
        }
    }

    private Speech within(SpeechRequest request) throws TtsException {
        Future<Speech> speech = submit(request);
        try {
            Speech spoken = speech.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (spoken.samples().length == 0) {
                throw new TtsException(TtsException.ENGINE_FAILURE, "the speech engine gave no audio");
            }
            return spoken;
        } catch (TimeoutException e) {
            throw new TtsException(TtsException.TIMEOUT,
                    "the speech engine took longer than " + limit.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TtsException known) {
                throw known;
            }
            LOG.speechProviderFailed(provider.name(), e.getCause());
            throw new TtsException(TtsException.ENGINE_FAILURE, "the speech engine failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TtsException(TtsException.TIMEOUT, "nobody waits for the speech any more", e);
        } finally {
            speech.cancel(true);
        }
    }

    private Future<Speech> submit(SpeechRequest request) throws TtsException {
        try {
            return calls.submit(() -> provider.synthesize(request));
        } catch (RejectedExecutionException e) {
            throw new TtsException(TtsException.ENGINE_FAILURE, "speech is closed", e);
        }
    }

    private void well() {
        if (breaker.succeeded()) {
            LOG.speechProviderBack(provider.name());
        }
    }

    private void ill() {
        if (breaker.failed()) {
            LOG.speechProviderRests(provider.name(), CircuitBreaker.FAILURES, breaker.restMillis());
        }
    }
}
