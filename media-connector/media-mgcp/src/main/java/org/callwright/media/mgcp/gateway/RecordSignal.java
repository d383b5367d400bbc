package org.callwright.media.mgcp.gateway;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.callwright.media.mgcp.au.AuRecord;
import org.callwright.media.mgcp.au.AuResult;
import org.callwright.media.mgcp.au.AuReturnCode;
import org.callwright.media.mgcp.au.AuSegment;
import org.callwright.media.mgcp.message.MgcpSyntaxException;
import org.callwright.media.spi.AudioFormat;
import org.callwright.media.spi.PlayRequest;
import org.callwright.media.spi.RecordRequest;
import org.callwright.media.spi.RecordResult;
import org.callwright.media.spi.RecordedAudio;
import org.callwright.media.spi.Recorder;

/** {@code AU/pr}: a prompt, then the recording; and {@code CW/lr}. Stopped during the prompt it makes no file. */
final class RecordSignal extends EndpointSignal {

    private static final Duration LONGEST = Duration.ofHours(4);
    private static final Map<RecordResult.Reason, String> ENDS = Map.of(RecordResult.Reason.STOPPED, "stopped",
            RecordResult.Reason.MAX_DURATION, "max", RecordResult.Reason.SILENCE, "silence");

    private final SignalWorld world;
    private final AuRecord record;
    private final Recorder recorder;
    private boolean recording;
    private boolean stopped;
    private String endKey = "";

    RecordSignal(String name, AuRecord record, Recorder recorder, SignalWorld world) {
        super(name, record.id());
        this.world = world;
        this.record = record;
        this.recorder = recorder;
    }

    @Override
    void begin() {
        List<AuSegment> prompt = new ArrayList<>(record.prompt());
        boolean beepLast = !prompt.isEmpty() && prompt.get(prompt.size() - 1) instanceof AuSegment.Beep;
        if (beepLast) {
            prompt.remove(prompt.size() - 1);
        }
        try {
            RecordRequest request = request(record.beep() || beepLast);
            if (prompt.isEmpty()) {
                record(request);
            } else {
                world.hear(world.group().player().play(new PlayRequest(Announcement.of(prompt, world.folders()), 1)),
                        played -> record(request));
            }
        } catch (MgcpSyntaxException | IllegalArgumentException e) {
            failed(AuReturnCode.UNSPECIFIED_FAILURE, e.getMessage());
        }
    }

    private RecordRequest request(boolean beep) throws MgcpSyntaxException {
        Path file = world.folders().writable(record.recordingId()).orElseThrow(
                () -> new MgcpSyntaxException("this file may not be written"));
        Duration silence = record.postSpeech().or(record::preSpeech).orElse(Duration.ZERO);
        boolean gsm = file.toString().toLowerCase(Locale.ROOT).endsWith(AudioFormat.GSM.extension());
        return new RecordRequest(file, beep, record.maxLength().orElse(LONGEST), silence,
                record.audio().orElse(RecordedAudio.RECEIVED),
                record.format().orElse(gsm ? AudioFormat.GSM : AudioFormat.WAV));
    }

    private void record(RecordRequest request) {
        if (stopped) {
            end(result(AuReturnCode.SUCCESS).with("en", "stopped").with("sm", 0).with("sh", "false"));
            return;
        }
        try {
            world.hear(recorder.record(request), this::ended);
            recording = true;
        } catch (IllegalStateException e) {
            failed(AuReturnCode.UNSPECIFIED_FAILURE, e.getMessage());
        }
    }

    private void failed(int returnCode, String detail) {
        end(result(returnCode).with("sm", 0).with("sh", "false").with("tx", detail));
    }

    private void ended(RecordResult recorded) {
        boolean failed = recorded.reason() == RecordResult.Reason.FAILED;
        AuResult result = result(failed ? AuReturnCode.UNSPECIFIED_FAILURE : AuReturnCode.SUCCESS);
        if (!failed) {
            result = result.with("en", ENDS.get(recorded.reason()));
        }
        result = result.with("sm", SignalWorld.samples(recorded.recorded()))
                .with("sh", Boolean.toString(recorded.soundHeard())).with("ri", record.recordingId().toString());
        if (!endKey.isEmpty()) {
            result = result.with("dc", endKey);
        }
        end(failed ? result.with("tx", recorded.detail()) : result);
    }

    @Override
    void key(char digit) {
        if (recording && endKey.isEmpty() && record.endInputKeys().indexOf(digit) >= 0) {
            endKey = String.valueOf(digit);
            recorder.stop();
        }
    }

    @Override
    void stop() {
        stopped = true;
        if (recording) {
            recorder.stop();
        } else {
            world.group().player().stop();
        }
    }
}
