package org.callwright.cleanup;

import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import java.time.Instant;
import java.util.Date;
import org.callwright.settings.RunTimes;

/**
 * The one persistent timer of a bean that comes again and again. It is recognised by its description, which holds the
 * times: the same times keep it over restarts and deployments, others replace it. A run that was missed because the
 * server was down is made up for at the start.
 */
public final class PeriodicTimer {

    private PeriodicTimer() {
    }

    /** @param name how the description begins, and that of no other timer of this bean */
    public static Timer of(TimerService timers, String name, RunTimes times, Instant now) {
        String wanted = name + " from " + times.at() + " every " + times.interval();
        Timer found = null;
        for (Timer timer : timers.getTimers()) {
            String info = String.valueOf(timer.getInfo());
            if (found == null && info.equals(wanted)) {
                found = timer;
            } else if (info.startsWith(name)) {
                timer.cancel();
            }
        }
        return found != null ? found : timers.createIntervalTimer(Date.from(times.firstRun(now)),
                times.interval().toMillis(), new TimerConfig(wanted, true));
    }
}
