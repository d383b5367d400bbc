package org.callwright.media.embedded.play;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.callwright.media.spi.AudioSegment;
import org.callwright.media.spi.PlayRequest;
import org.callwright.media.spi.PlayResult;
import org.callwright.media.spi.PlayResult.Reason;

/**
 * One request to play. A loader thread prepares it (opens the files and reads their beginnings); then the tick thread
 * reads frame after frame, through all segments and repetitions without a gap, until it ends or is stopped.
 */
public final class PlayTask {

    private static final int SAMPLES_PER_SECOND = 8000;

    private final PlayRequest request;
    private final Consumer<PlayResult> receiver;
    private volatile List<SampleSource> sources;
    private volatile String failure;
    private int source;
    private int pass;
    private long playedBeforePass;
    private long played;
    private boolean ended;

    /** @param receiver told once, on the tick thread */
    public PlayTask(PlayRequest request, Consumer<PlayResult> receiver) {
        this.request = request;
        this.receiver = receiver;
    }

    /** Has a loader thread prepare it. */
    public void prepare(PromptStore store) {
        try {
            store.loaders().execute(() -> open(store));
        } catch (RejectedExecutionException e) {
            failure = "the media server is closed";
        }
    }

    private void open(PromptStore store) {
        try {
            List<SampleSource> opened = new ArrayList<>();
            for (AudioSegment segment : request.segments()) {
                opened.add(open(segment, store));
            }
            sources = opened;
        } catch (IOException e) {
            failure = e.toString();
        } catch (CompletionException e) {
            failure = e.getCause().toString();
        } catch (RuntimeException e) {
            failure = e.toString();
        }
    }

    private static SampleSource open(AudioSegment segment, PromptStore store) throws IOException {
        if (segment instanceof AudioSegment.File file) {
            return new FileSource(store, PromptStore.inspect(file.path()));
        }
        if (segment instanceof AudioSegment.Tone tone) {
            return new ToneSource(tone.hertz(), tone.levelDbm0(), samples(tone.length()));
        }
        return new SilenceSource(samples(((AudioSegment.Silence) segment).length()));
    }

    private static long samples(Duration length) {
        return length.compareTo(Duration.ofDays(30)) > 0 ? Long.MAX_VALUE / 4
                : Math.max(0, length.toNanos() / (1_000_000_000L / SAMPLES_PER_SECOND));
    }

    /**
     * Reads the next samples; none while it is being prepared or has to wait for the disk. Gives its result when it
     * comes to its end.
     *
     * @return how many samples were read
     */
    public int read(short[] target, int count) {
        if (failure != null) {
            end(Reason.FAILED, failure);
            return 0;
        }
        List<SampleSource> ready = sources;
        if (ready == null || ended) {
            return 0;
        }
        int done = 0;
        try {
            while (done < count && !ended) {
                if (source == ready.size()) {
                    nextPass(ready);
                } else {
                    int now = ready.get(source).read(target, done, count - done);
                    done += now;
                    played += now;
                    if (ready.get(source).ended()) {
                        source++;
                    } else if (done < count) {
                        break;
                    }
                }
            }
            if (done == count && source == ready.size() && pass + 1 == request.repeatCount()) {
                nextPass(ready);
            }
        } catch (PlayFailure e) {
            end(Reason.FAILED, e.getMessage());
        }
        return done;
    }

    private void nextPass(List<SampleSource> ready) {
        pass++;
        boolean empty = played == playedBeforePass;
        if (empty || pass == request.repeatCount()) {
            end(Reason.COMPLETED, "");
            return;
        }
        playedBeforePass = played;
        source = 0;
        for (SampleSource each : ready) {
            each.rewind();
        }
    }

    /** Ends it before its time. */
    public void stop() {
        end(Reason.STOPPED, "");
    }

    public boolean ended() {
        return ended;
    }

    private void end(Reason reason, String detail) {
        if (!ended) {
            ended = true;
            Duration length = Duration.ofNanos(played * (1_000_000_000L / SAMPLES_PER_SECOND));
            receiver.accept(new PlayResult(reason, length, detail));
        }
    }
}
