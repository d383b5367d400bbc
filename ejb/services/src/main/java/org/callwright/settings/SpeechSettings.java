package org.callwright.settings;

import java.time.Duration;
import java.util.Map;

/**
 * How prompts are made.
 *
 * @param cacheMib CALLWRIGHT_SPEECH_CACHE_MIB: size that the cache of spoken texts may grow to
 * @param workers CALLWRIGHT_SPEECH_THREADS: texts spoken at once
 * @param maxQueued CALLWRIGHT_SPEECH_QUEUE: texts that may wait for a worker
 * @param timeout CALLWRIGHT_SPEECH_TIMEOUT_MS: from the wish to say a text to its audio, waiting included
 * @param maxAudioBytes CALLWRIGHT_PLAY_MAX_BYTES: size of a remote file
 * @param audioTimeout CALLWRIGHT_PLAY_TIMEOUT_MS: time to fetch a remote file
 * @param playCacheMib CALLWRIGHT_PLAY_CACHE_MIB: size that the cache of remote files may grow to; 0: none is kept
 * @param providerTimeout CALLWRIGHT_SPEECH_PROVIDER_TIMEOUT_MS: after which the next provider is asked
 * @param providerRest CALLWRIGHT_SPEECH_PROVIDER_REST_MS: for how long one that failed again and again is not asked
 */
public record SpeechSettings(
        int cacheMib, int workers, int maxQueued, Duration timeout, int maxAudioBytes, Duration audioTimeout,
        int playCacheMib, Duration providerTimeout, Duration providerRest) {

    private static final int PLAY_CACHE_MIB = 256;
    private static final int PROVIDER_MILLIS = 10_000;
    private static final int REST_MILLIS = 10_000;

    /** With the defaults for providers and for remote files that are kept. */
    public SpeechSettings(int cacheMib, int workers, int maxQueued, Duration timeout, int maxAudioBytes,
            Duration audioTimeout) {
        this(cacheMib, workers, maxQueued, timeout, maxAudioBytes, audioTimeout, PLAY_CACHE_MIB,
                Duration.ofMillis(PROVIDER_MILLIS), Duration.ofMillis(REST_MILLIS));
    }

    public static SpeechSettings fromEnvironment(Map<String, String> env) {
        Environment read = new Environment(env);
        return new SpeechSettings(
                read.integer("CALLWRIGHT_SPEECH_CACHE_MIB", 512, 1, 1_048_576),
                read.integer("CALLWRIGHT_SPEECH_THREADS",
                        Math.max(2, Runtime.getRuntime().availableProcessors()), 1, 256),
                read.integer("CALLWRIGHT_SPEECH_QUEUE", 256, 0, 100_000),
                read.millis("CALLWRIGHT_SPEECH_TIMEOUT_MS", 15_000, 1, 600_000),
                read.integer("CALLWRIGHT_PLAY_MAX_BYTES", 20 * 1_048_576, 1, 1_073_741_824),
                read.millis("CALLWRIGHT_PLAY_TIMEOUT_MS", 15_000, 1, 600_000),
                read.integer("CALLWRIGHT_PLAY_CACHE_MIB", PLAY_CACHE_MIB, 0, 1_048_576),
                read.millis("CALLWRIGHT_SPEECH_PROVIDER_TIMEOUT_MS", PROVIDER_MILLIS, 1, 600_000),
                read.millis("CALLWRIGHT_SPEECH_PROVIDER_REST_MS", REST_MILLIS, 0, 3_600_000));
    }
}
