package org.callwright.call.program;

import org.callwright.call.program.Announcement.Offer;
import org.callwright.call.verb.VerbSignal;

/** The offer is spoken. Who knows it already need not hear it to its end: the key counts at once. */
public record AnnouncementOffering(Announcement announcement, Offer offer, int repeats, long operation)
        implements AnnouncementRun {

    static void offer(Announcement announcement, Offer offer, int repeats, FlowContext call) {
        call.become(new AnnouncementOffering(
                announcement, offer, repeats, call.play(announcement.spoken(offer))));
    }

    @Override
    public void on(VerbSignal signal, FlowContext call) {
        if (signal instanceof VerbSignal.Key pressed) {
            call.stopPrompt(operation);
            AnnouncementWaiting.pressed(announcement, offer, repeats, pressed.key(), call);
        } else if (signal instanceof VerbSignal.PromptOver over && over.operation() == operation) {
            if (over.failed()) {
                call.fail(over.outcome(), false);
            } else {
                call.startTimer(offer.keyWait());
                call.become(new AnnouncementWaiting(announcement, offer, repeats));
            }
        }
    }
}
