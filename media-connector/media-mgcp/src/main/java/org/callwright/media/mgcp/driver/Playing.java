package org.callwright.media.mgcp.driver;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.callwright.media.mgcp.agent.PathMap;
import org.callwright.media.mgcp.au.AuPlay;
import org.callwright.media.mgcp.au.AuResult;
import org.callwright.media.mgcp.au.AuSegment;
import org.callwright.media.mgcp.message.Signal;
import org.callwright.media.spi.AudioSegment;
import org.callwright.media.spi.PlayRequest;
import org.callwright.media.spi.PlayResult;
import org.callwright.media.spi.PlayResult.Reason;

/** One request to play. */
final class Playing implements Operation {

    private static final long NANOS_PER_SAMPLE = 125_000;

    private final MgcpSession session;
    private final PlayRequest request;
    private final CompletableFuture<PlayResult> result;
    private final long begin = System.nanoTime();

    Playing(MgcpSession session, PlayRequest request, CompletableFuture<PlayResult> result) {
        this.session = session;
        this.request = request;
        this.result = result;
        session.gauges().players.incrementAndGet();
    }

    @Override
    public Signal signal(OptionalLong number) {
        PathMap paths = session.agent().settings().paths();
        return new AuPlay(request.segments().stream().map(segment -> segment(segment, paths)).toList(),
                request.repeatCount(), number).signal();
    }

    private static AuSegment segment(AudioSegment segment, PathMap paths) {
        if (segment instanceof AudioSegment.File file) {
            return AuSegment.File.of(paths.there(file.path()));
        }
        if (segment instanceof AudioSegment.Tone tone) {
            return new AuSegment.Tone(tone.hertz(), tone.levelDbm0(), tone.length());
        }
        return new AuSegment.Silence(((AudioSegment.Silence) segment).length());
    }

    @Override
    public void ended(AuResult end, boolean stopping) {
        Duration played = end.samples().isPresent()
                ? Duration.ofNanos(end.samples().getAsLong() * NANOS_PER_SAMPLE) : sinceBegin();
        if (!end.completed()) {
            tell(Reason.FAILED, played, detail(end));
        } else if (end.end().equals("stopped") || end.end().isEmpty() && stopping) {
            tell(Reason.STOPPED, played, "");
        } else {
            tell(Reason.COMPLETED, played, "");
        }
    }

    /** Why it failed, in the server's words if it has any. */
    static String detail(AuResult end) {
        return end.detail().isEmpty() ? "the media server failed with " + end.returnCode() : end.detail();
    }

    private Duration sinceBegin() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    @Override
    public void stopped() {
        tell(Reason.STOPPED, Duration.ZERO, "");
    }

    @Override
    public void failed(String why) {
        tell(Reason.FAILED, Duration.ZERO, why);
    }

    private void tell(Reason reason, Duration played, String detail) {
        session.gauges().players.decrementAndGet();
        session.tell(() -> result.complete(new PlayResult(reason, played, detail)));
    }
}
