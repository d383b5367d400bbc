package org.callwright.media.mgcp.driver;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.callwright.media.mgcp.agent.Dialect;
import org.callwright.media.mgcp.au.AuPackage;
import org.callwright.media.mgcp.au.AuRecord;
import org.callwright.media.mgcp.au.AuResult;
import org.callwright.media.mgcp.au.AuReturnCode;
import org.callwright.media.mgcp.au.AuSegment;
import org.callwright.media.mgcp.message.Signal;
import org.callwright.media.spi.RecordRequest;
import org.callwright.media.spi.RecordResult;
import org.callwright.media.spi.RecordResult.Reason;

/** One recording. */
final class Recording implements Operation {

    private static final long NANOS_PER_SAMPLE = 125_000;
    private static final Duration TENTH = Duration.ofMillis(100);

    private final MgcpSession session;
    private final MgcpRecorder recorder;
    private final RecordRequest request;
    private final Consumer<RecordResult> receiver;

    Recording(MgcpSession session, MgcpRecorder recorder, RecordRequest request, Consumer<RecordResult> receiver) {
        this.session = session;
        this.recorder = recorder;
        this.request = request;
        this.receiver = receiver;
        session.gauges().recorders.incrementAndGet();
    }

    /** Whether that recorder began it. */
    boolean isOf(MgcpRecorder other) {
        return recorder == other;
    }

    /** What is not said to a server that is not ours has the value that RFC 2897 gives it: a few seconds, and a key. */
    @Override
    public Signal signal(OptionalLong number) {
        boolean ours = session.agent().settings().dialect() == Dialect.CALLWRIGHT;
        Optional<Duration> silence = Optional.of(request.silenceTimeout()).filter(length -> !length.isZero())
                .or(() -> Optional.of(request.maxDuration().plusSeconds(1)).filter(never -> !ours));
        AuRecord record = new AuRecord(
                AuSegment.File.of(session.agent().settings().paths().there(request.file())).uri(), List.of(),
                request.startBeep(), Optional.of(request.maxDuration()), silence, silence,
                Optional.of(request.audio()).filter(audio -> ours),
                Optional.of(request.format()).filter(format -> ours), ours ? "" : AuPackage.NO_KEYS, number);
        return recorder.isLive() ? record.signal("CW", "lr") : record.signal();
    }

    @Override
    public void ended(AuResult end, boolean stopping) {
        if (!end.completed() && end.returnCode() != AuReturnCode.NO_SPEECH
                && end.returnCode() != AuReturnCode.SPOKE_TOO_LONG) {
            tell(Reason.FAILED, end, Playing.detail(end));
        } else {
            tell(reason(end, stopping), end, "");
        }
    }

    private Reason reason(AuResult end, boolean stopping) {
        return switch (end.end()) {
            case "stopped", "completed" -> Reason.STOPPED;
            case "max" -> Reason.MAX_DURATION;
            case "silence" -> Reason.SILENCE;
            default -> unsaid(end, stopping);
        };
    }

    /** A server that does not say why: by its code, or by the length of what is there. */
    private Reason unsaid(AuResult end, boolean stopping) {
        if (stopping) {
            return Reason.STOPPED;
        }
        return end.returnCode() == AuReturnCode.SPOKE_TOO_LONG || end.returnCode() != AuReturnCode.NO_SPEECH
                && RecordedFile.length(request).compareTo(request.maxDuration().minus(TENTH)) >= 0
                ? Reason.MAX_DURATION : Reason.SILENCE;
    }

    private void tell(Reason reason, AuResult end, String detail) {
        settle(reason, end.samples(), end.soundHeard().or(() -> Optional.of(end.returnCode())
                .filter(code -> code == AuReturnCode.NO_SPEECH).map(code -> false)), detail);
    }

    @Override
    public void stopped() {
        settle(Reason.STOPPED, OptionalLong.empty(), Optional.empty(), "");
    }

    @Override
    public void failed(String why) {
        settle(Reason.FAILED, OptionalLong.empty(), Optional.empty(), why);
    }

    /** What the server did not say is read from the file, away from the loop. */
    private void settle(Reason reason, OptionalLong samples, Optional<Boolean> soundHeard, String detail) {
        session.gauges().recorders.decrementAndGet();
        session.tell(() -> {
            Duration recorded = samples.isPresent() ? Duration.ofNanos(samples.getAsLong() * NANOS_PER_SAMPLE)
                    : RecordedFile.length(request);
            receiver.accept(new RecordResult(reason, recorded, soundHeard.orElse(!recorded.isZero()), detail));
        });
    }
}
