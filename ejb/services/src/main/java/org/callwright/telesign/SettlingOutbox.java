package org.callwright.telesign;

import java.time.Instant;
import java.util.List;
import org.callwright.call.value.CallbackSid;
import org.callwright.callbacks.CallbackOutbox;

/** The outbox of callbacks, filled whenever it is looked into. */
record SettlingOutbox(CallbackOutbox outbox, Settlement settlement) implements CallbackOutbox {

    @Override
    public List<Due> due(Instant now, int most) {
        settlement.settle();
        return outbox.due(now, most);
    }

    @Override
    public boolean claim(Due due, Instant until) {
        return outbox.claim(due, until);
    }

    @Override
    public void delivered(CallbackSid sid) {
        outbox.delivered(sid);
    }

    @Override
    public void failed(CallbackSid sid, Instant again, String failure) {
        outbox.failed(sid, again, failure);
    }

    @Override
    public void giveUp(CallbackSid sid, String failure) {
        outbox.giveUp(sid, failure);
    }
}
