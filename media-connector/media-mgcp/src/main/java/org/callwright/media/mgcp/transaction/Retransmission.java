package org.callwright.media.mgcp.transaction;

import java.time.Duration;

/** Does something again and again, with pauses that double, until it is stopped. Belongs to the loop. */
final class Retransmission {

    private final Loop loop;
    private final TransactionSettings settings;
    private final Runnable again;
    private Duration pause;
    private Loop.Cancellable timer = Loop.Cancellable.NONE;

    Retransmission(Loop loop, TransactionSettings settings, Runnable again) {
        this.loop = loop;
        this.settings = settings;
        this.again = again;
        this.pause = settings.firstRetransmission();
    }

    void start() {
        timer = loop.schedule(pause, this::fire);
    }

    private void fire() {
        Duration doubled = pause.multipliedBy(2);
        if (pause.compareTo(settings.maxRetransmission()) < 0) {
            pause = doubled.compareTo(settings.maxRetransmission()) > 0 ? settings.maxRetransmission() : doubled;
        }
        start();
        again.run();
    }

    /** From now on with this pause. */
    void slowDown(Duration longer) {
        timer.cancel();
        pause = longer;
        start();
    }

    void stop() {
        timer.cancel();
    }
}
