package org.callwright.call.program;

import org.callwright.call.verb.VerbSignal;

/** It listens who answered. Nothing is said meanwhile, and keys do not count. */
public record AnnouncementListening(Announcement announcement, long operation) implements AnnouncementRun {

    @Override
    public void on(VerbSignal signal, FlowContext call) {
        if (signal instanceof VerbSignal.MachineDetected detected && detected.operation() == operation) {
            AnnouncementPlaying.play(announcement, detected.answeredBy().machine(), 0, call);
        }
    }
}
