package org.callwright.load.sip;

import java.util.List;
import java.util.Map;
import org.callwright.load.rtp.Arrivals;
import org.callwright.load.rtp.MarkedStream;
import org.callwright.load.rtp.Punctuality;

/**
 * What a run left behind.
 *
 * @param outcomes one for each call, in the order they ended
 * @param streams of all calls with audio
 * @param cpu use of the window, see {@link org.callwright.load.report.CpuClock}
 * @param streamSecondsInWindow streams times length of the window; 0 where not all of them are up all the time
 */
public record CallRun(List<Outcome> outcomes, List<MarkedStream> streams, Arrivals arrivals, Punctuality punctuality,
        Map<String, Object> cpu, double streamSecondsInWindow) {
}
