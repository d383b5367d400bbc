package org.callwright.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.callwright.call.value.CallSid;
import org.callwright.engine.port.RecordStore;
import org.callwright.records.RecordArchive;
import org.callwright.records.UnfinishedRecords;
import org.callwright.recordings.RecordingFiles;

/**
 * Closes what died, on behalf of this server: {@link #begin} sweeps once at the start, before calls are taken;
 * {@link #repeat} is called every now and then. A database that does not answer is no reason not to start: what was
 * missed is found the next time.
 */
@ApplicationScoped
public class Recovery {

    /** What a call gets on top of the longest length before another server takes it for dead. */
    private static final Duration GRACE = Duration.ofMinutes(10);

    private final UnfinishedRecords unfinished;
    private final RecordArchive archive;
    private final RecordStore store;
    private final RecordingFiles files;
    private volatile Optional<Runnable> sweep = Optional.empty();

    /** For the container's proxy. */
    protected Recovery() {
        this(null, null, null, null);
    }

    @Inject
    public Recovery(UnfinishedRecords unfinished, RecordArchive archive, RecordStore store, RecordingFiles files) {
        this.unfinished = unfinished;
        this.archive = archive;
        this.store = store;
        this.files = files;
    }

    /**
     * Sweeps, and remembers whom to ask.
     *
     * @param running whether this server runs a call
     * @param publicBaseUrl where applications reach this server, for what they are told late
     */
    public void begin(String instance, Predicate<CallSid> running, Duration longestCall, String publicBaseUrl) {
        Judgement judge = new Judgement(instance, running, longestCall.plus(GRACE), Clock.systemUTC());
        DeadCalls deadCalls = new DeadCalls(unfinished, archive, store, files, Clock.systemUTC(), publicBaseUrl);
        sweep = Optional.of(() -> report(deadCalls.close(judge)));
        repeat();
    }

    private static void report(DeadCalls.Closed closed) {
        if (closed.calls() + closed.recordings() > 0) {
            RecoveryLog.LOG.closed(closed.calls(), closed.recordings());
        }
    }

    /** Sweeps again; does nothing before {@link #begin}. */
    public void repeat() {
        try {
            sweep.ifPresent(Runnable::run);
        } catch (RuntimeException e) {
            RecoveryLog.LOG.notClosed(e);
        }
    }
}
