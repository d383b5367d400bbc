package org.callwright.recordings;

import org.callwright.call.value.RecordingSid;

/** The recording is still being made; ask again when it has ended. */
public class RecordingInProgressException extends Exception {

    private static final long serialVersionUID = 1L;

    public RecordingInProgressException(RecordingSid sid) {
        super(sid + " is still being recorded");
    }
}
