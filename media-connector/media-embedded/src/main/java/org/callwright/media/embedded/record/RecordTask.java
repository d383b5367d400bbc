package org.callwright.media.embedded.record;

import java.time.Duration;
import java.util.function.Consumer;
import org.callwright.media.codecs.SilenceDetector;
import org.callwright.media.codecs.WavFileWriter;
import org.callwright.media.embedded.rtp.AudioSink;
import org.callwright.media.spi.RecordRequest;
import org.callwright.media.spi.RecordResult;
import org.callwright.media.spi.RecordResult.Reason;

/**
 * One recording, from its first sample to the closed file. It ends by the length of its audio, by silence, by a stop or
 * by a failure of the file, whichever comes first; the first three work by the clock too when the sender is absent. The
 * result is given when the file is complete on the disk.
 */
public final class RecordTask {

    private static final int SAMPLE_RATE = 8000;
    private static final int GRACE = SAMPLE_RATE / 10;

    private final RecordingFile file;
    private final FileWriters writers;
    private final Timeline timeline;
    private final SilenceDetector silence = new SilenceDetector();
    private final long maxSamples;
    private final long silenceSamples;
    private final Consumer<RecordResult> receiver;
    private long samples;
    private boolean ended;

    /**
     * Begins to record.
     *
     * @param frameConcealed called for every 20 ms that had to be made up
     * @param receiver told once, on a writer thread
     */
    public RecordTask(RecordRequest request, FileWriters writers, Runnable frameConcealed, long startNanoTime,
            Consumer<RecordResult> receiver) {
        this.writers = writers;
        this.receiver = receiver;
        this.maxSamples = Math.min(samples(request.maxDuration()), WavFileWriter.MAX_SAMPLES);
        this.silenceSamples = samples(request.silenceTimeout());
        this.timeline = new Timeline(this::write, frameConcealed, startNanoTime);
        this.file = writers.open(request.file());
    }

    /** The leg's stream is running; its next sample will have this time stamp. */
    public void anchor(int nextTimestamp) {
        timeline.anchor(nextTimestamp);
    }

    /** Where the leg's audio goes. */
    public AudioSink sink() {
        return timeline;
    }

    /** Looks whether it is time to end. */
    public void tick(long nanoTime) {
        timeline.tick(nanoTime);
        long length = timeline.length(nanoTime);
        long silent = silence.silentSamples() + Math.max(0, length - samples);
        if (!file.failure().isEmpty()) {
            end(Reason.FAILED);
        } else if (samples >= maxSamples) {
            end(Reason.MAX_DURATION);
        } else if (length >= maxSamples + GRACE) {
            timeline.extendTo(maxSamples);
            end(Reason.MAX_DURATION);
        } else if (silenceSamples > 0 && silent >= silenceSamples) {
            timeline.extendTo(length);
            end(samples >= maxSamples ? Reason.MAX_DURATION : Reason.SILENCE);
        }
    }

    /** Ends it with what has arrived so far. */
    public void stop(long nanoTime) {
        if (!ended) {
            timeline.extendTo(timeline.length(nanoTime));
            end(samples >= maxSamples ? Reason.MAX_DURATION : Reason.STOPPED);
        }
    }

    public boolean ended() {
        return ended;
    }

    private void write(short[] source, int offset, int count) {
        int taken = (int) Math.min(count, maxSamples - samples);
        if (taken > 0 && !ended && file.offer(source, offset, taken)) {
            silence.accept(source, offset, taken);
            samples += taken;
        }
    }

    private void end(Reason reason) {
        ended = true;
        file.finish();
        file.closed().thenRun(() -> receiver.accept(result(reason)));
        writers.hurry();
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
