package org.callwright.speech;

/** What a provider did since the start; with the getters that a management client wants. */
public final class ProviderFigures {

    private final String provider;
    private final boolean resting;
    private final long spoken;
    private final long failed;
    private final long late;
    private final long synthesisMillis;
    private final long longestMillis;
    private final long audioSeconds;

    ProviderFigures(String provider, boolean resting, long spoken, long failed, long late, long synthesisMillis,
            long longestMillis, long audioSeconds) {
        this.provider = provider;
        this.resting = resting;
        this.spoken = spoken;
        this.failed = failed;
        this.late = late;
        this.synthesisMillis = synthesisMillis;
        this.longestMillis = longestMillis;
        this.audioSeconds = audioSeconds;
    }

    public String getProvider() {
        return provider;
    }

    /** Whether it failed again and again and is not asked, but for one request now and then. */
    public boolean isResting() {
        return resting;
    }

    /** Texts. */
    public long getSpoken() {
        return spoken;
    }

    /** Failures other than being late. */
    public long getFailed() {
        return failed;
    }

    /** Texts that were not ready within the limit. */
    public long getLate() {
        return late;
    }

    /** Time that the spoken texts took together. */
    public long getSynthesisMillis() {
        return synthesisMillis;
    }

    /** The longest that a text took, failures included. */
    public long getLongestMillis() {
        return longestMillis;
    }

    /** Length of the spoken audio. */
    public long getAudioSeconds() {
        return audioSeconds;
    }
}
