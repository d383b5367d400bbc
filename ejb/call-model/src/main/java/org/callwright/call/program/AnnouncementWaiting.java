package org.callwright.call.program;

import org.callwright.call.program.Announcement.Offer;
import org.callwright.call.verb.VerbSignal;

/** The offer was heard; one key is waited for. */
public record AnnouncementWaiting(Announcement announcement, Offer offer, int repeats) implements AnnouncementRun {

    @Override
    public void on(VerbSignal signal, FlowContext call) {
        if (signal instanceof VerbSignal.TimeUp) {
            call.hangUp("the message is over");
        } else if (signal instanceof VerbSignal.Key pressed) {
            call.stopTimer();
            pressed(announcement, offer, repeats, pressed.key(), call);
        }
    }

    static void pressed(Announcement announcement, Offer offer, int repeats, char key, FlowContext call) {
        if (VoiceMessage.is(offer.key(), key)) {
            AnnouncementPlaying.play(announcement, false, repeats + 1, call);
        } else {
            call.hangUp("the message is not wanted again");
        }
    }
}
