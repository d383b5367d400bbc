package org.callwright.call.program;

/** A program that is ordered whole, with the call. */
public sealed interface Flow extends CallProgram permits VoiceMessage, Announcement {

    /** The callee listens. */
    void start(FlowContext call);
}
