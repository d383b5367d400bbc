package org.callwright.call.state;

import java.util.Optional;
import org.callwright.call.value.ProgressCallback;
import org.callwright.call.value.WebTarget;

/**
 * Whom to tell how the call goes, and what they are told at its end.
 *
 * @param status told of each status, from ringing on: by the dialled number, or by a modification of the call
 * @param progress told of events: by the one who ordered the call
 * @param recording the call's last one
 */
public record Callbacks(
        Optional<WebTarget> status, Optional<ProgressCallback> progress, Optional<FinishedRecording> recording) {

    public static final Callbacks NONE = new Callbacks(Optional.empty(), Optional.empty(), Optional.empty());

    public Callbacks withStatus(WebTarget target) {
        return new Callbacks(Optional.of(target), progress, recording);
    }

    public Callbacks with(FinishedRecording last) {
        return new Callbacks(status, progress, Optional.of(last));
    }
}
