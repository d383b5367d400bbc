package org.callwright.load.sip;

import java.util.Map;
import org.callwright.load.report.CpuClock;

/** The time in which CPU and arrivals are taken: after the warm-up, or while all calls with a life are up. */
final class Window {

    private static final double NANOS = 1e9;

    private final long from;
    private final long until;
    private final boolean allUp;
    private final long serverProcess;
    private CpuClock opened;
    private CpuClock shut;

    private Window(double from, double until, boolean allUp, long serverProcess) {
        this.from = (long) (from * NANOS);
        this.until = (long) (until * NANOS);
        this.allUp = allUp;
        this.serverProcess = serverProcess;
    }

    static Window of(CallPlan plan, long serverProcess) {
        boolean allUp = plan.lifeSeconds() > plan.seconds();
        double warm = plan.phases().size() == 1 ? 0 : plan.phases().get(0).seconds();
        return allUp ? new Window(plan.seconds() + 1, plan.lifeSeconds(), true, serverProcess)
                : new Window(warm + 1, plan.seconds(), false, serverProcess);
    }

    boolean at(long begin, long now) {
        boolean open = now - begin >= from && now - begin < until;
        if (open && opened == null) {
            opened = CpuClock.read(serverProcess);
        } else if (!open && opened != null && shut == null) {
            shut = CpuClock.read(serverProcess);
        }
        return open;
    }

    Map<String, Object> cpu() {
        return opened == null || shut == null ? Map.of() : shut.since(opened);
    }

    /** Whether each call of the plan is up from begin to end of the window. */
    boolean allUp() {
        return allUp;
    }

    double seconds() {
        return opened == null || shut == null ? 0 : (shut.nanos() - opened.nanos()) / 1e9;
    }
}
