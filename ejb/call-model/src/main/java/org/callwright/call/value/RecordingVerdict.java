package org.callwright.call.value;

/** What a call says to somebody who wants a recording of it started or stopped. */
public enum RecordingVerdict {
    /** It is being made from now on. */
    STARTED,
    /** Media was told to stop; the recording is final a moment later. */
    STOPPING,
    /** The call has a live recording already. */
    RUNNING_ALREADY,
    /** The call has no dialog and media yet. */
    NOT_TALKING,
    /** No such live recording is being made: it has ended, is the program's own, or never was. */
    NOT_RECORDING,
    /** The call is over, or is just ending. */
    CALL_ENDED
}
