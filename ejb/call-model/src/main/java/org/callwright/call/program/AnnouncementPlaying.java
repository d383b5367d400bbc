package org.callwright.call.program;

import java.util.Optional;
import org.callwright.call.program.Announcement.Offer;
import org.callwright.call.verb.VerbSignal;

/**
 * The content is played, to its end: keys before it are lost.
 *
 * @param machine whether a machine listens, which is offered nothing
 * @param repeats how often it was asked for again
 */
public record AnnouncementPlaying(Announcement announcement, boolean machine, int repeats, long operation)
        implements AnnouncementRun {

    static void play(Announcement announcement, boolean machine, int repeats, FlowContext call) {
        call.become(new AnnouncementPlaying(announcement, machine, repeats, call.play(announcement.content())));
    }

    @Override
    public void on(VerbSignal signal, FlowContext call) {
        if (signal instanceof VerbSignal.PromptOver over && over.operation() == operation) {
            if (over.failed()) {
                call.fail(over.outcome(), repeats == 0);
            } else {
                played(call);
            }
        }
    }

    private void played(FlowContext call) {
        Optional<Offer> again = announcement.offer().filter(offer -> !machine && repeats < offer.repeats());
        if (again.isPresent()) {
            AnnouncementOffering.offer(announcement, again.get(), repeats, call);
        } else {
            call.hangUp("the message is over");
        }
    }
}
