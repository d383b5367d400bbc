package org.callwright.media.embedded.record;

import java.time.Duration;
import java.util.function.Consumer;
import org.callwright.media.codecs.SilenceDetector;
import org.callwright.media.codecs.WavFileWriter;
import org.callwright.media.spi.RecordRequest;
import org.callwright.media.spi.RecordResult;
import org.callwright.media.spi.RecordResult.Reason;
import org.callwright.media.spi.RecordedAudio;

/**
 * Where the samples of a recording end: takes as many as the request allows, knows how long it has been silent, and
 * gives the result when the file is complete on the disk.
 */
final class RecordOutput implements SampleOutput {

    private static final int SAMPLE_RATE = 8000;
    private static final int PIECE = 160;

    private final RecordingFile file;
    private final FileWriters writers;
    private final SilenceDetector silence = new SilenceDetector();
    private final long maxSamples;
    private final long silenceSamples;
    private final Consumer<RecordResult> receiver;
    private final short[] interleaved = new short[2 * PIECE];
    private long samples;
    private boolean ended;

    /** @param receiver told once, on a writer thread */
    RecordOutput(RecordRequest request, FileWriters writers, Consumer<RecordResult> receiver) {
        this.writers = writers;
        this.receiver = receiver;
        int channels = request.audio() == RecordedAudio.SEPARATE ? 2 : 1;
        this.maxSamples = Math.min(samples(request.maxDuration()), WavFileWriter.MAX_SAMPLES / channels);
        this.silenceSamples = samples(request.silenceTimeout());
        this.file = writers.open(request.file(), request.format(), channels);
    }

    @Override
    public void write(short[] source, int offset, int count) {
        int taken = room(count);
        if (taken > 0 && file.offer(source, offset, taken)) {
            silence.accept(source, offset, taken);
            samples += taken;
        }
    }

    /** As {@link #write}, on two channels; {@code sum} is both together. At most 20 ms. */
    void write(short[] left, short[] right, short[] sum, int count) {
        int taken = room(count);
        for (int i = 0; i < taken; i++) {
            interleaved[2 * i] = left[i];
            interleaved[2 * i + 1] = right[i];
        }
        if (taken > 0 && file.offer(interleaved, 0, 2 * taken)) {
            silence.accept(sum, 0, taken);
            samples += taken;
        }
    }

    private int room(int count) {
        return ended ? 0 : (int) Math.min(count, maxSamples - samples);
    }

    /** Samples of each channel taken so far. */
    long samples() {
        return samples;
    }

    /** Most that it takes. */
    long maxSamples() {
        return maxSamples;
    }

    boolean isFull() {
        return samples >= maxSamples;
    }

    /** Whether it has been silent for long enough to end, when after its samples there were so many of silence. */
    boolean isSilent(long silentBehind) {
        return silenceSamples > 0 && silence.silentSamples() + silentBehind >= silenceSamples;
    }

    boolean hasFailed() {
        return !file.failure().isEmpty();
    }

    /** Nothing more will come. */
    void end(Reason reason) {
        if (!ended) {
            ended = true;
            file.finish();
            file.closed().thenRun(() -> receiver.accept(result(reason)));
            writers.hurry();
        }
    }

    boolean ended() {
        return ended;
    }

    private RecordResult result(Reason reason) {
        String failure = file.failure();
        Duration recorded = Duration.ofNanos(file.samples() * (1_000_000_000L / SAMPLE_RATE));
        return new RecordResult(failure.isEmpty() ? reason : Reason.FAILED, recorded, silence.soundHeard(), failure);
    }

    private static long samples(Duration duration) {
        return duration.compareTo(Duration.ofDays(30)) > 0 ? Long.MAX_VALUE / 4
                : Math.max(0, duration.toNanos() / (1_000_000_000L / SAMPLE_RATE));
    }
}
