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

    private final DeadCalls deadCalls;
    private volatile Optional<DeadCalls.Judge> judge = Optional.empty();

    /** For the container's proxy. */
    protected Recovery() {
        this.deadCalls = null;
    }

    @Inject
    public Recovery(UnfinishedRecords unfinished, RecordArchive archive, RecordStore store, RecordingFiles files) {
        this.deadCalls = new DeadCalls(unfinished, archive, store, files, Clock.systemUTC());
    }

    /**
     * Sweeps, and remembers whom to ask.
     *
     * @param running whether this server runs a call
     */
    public void begin(String instance, Predicate<CallSid> running, Duration longestCall) {
        judge = Optional.of(new Judgement(instance, running, longestCall.plus(GRACE), Clock.systemUTC()));
        repeat();
    }

    /** Sweeps again; does nothing before {@link #begin}. */
    public void repeat() {
        try {
            judge.map(deadCalls::close)
                    .filter(closed -> closed.calls() + closed.recordings() > 0)
                    .ifPresent(closed -> RecoveryLog.LOG.closed(closed.calls(), closed.recordings()));
        } catch (RuntimeException e) {
            RecoveryLog.LOG.notClosed(e);
        }
    }
}
