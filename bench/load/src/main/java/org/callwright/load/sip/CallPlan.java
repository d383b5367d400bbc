package org.callwright.load.sip;

import java.net.InetSocketAddress;
import java.util.List;

/**
 * What calls to place.
 *
 * @param target the server's SIP socket
 * @param number that is called
 * @param phases one after the other; calls come evenly spaced whatever becomes of earlier ones
 * @param lifeSeconds after which the caller hangs up, counted from when the call was due; 0: the server hangs up
 * @param media what each call does with RTP
 */
public record CallPlan(InetSocketAddress target, String number, List<Phase> phases, double lifeSeconds, Media media) {

    /** What a call does with RTP: nothing, listen and judge, or send marked audio and judge what comes. */
    public enum Media { NONE, LISTEN, SEND }

    public CallPlan {
        phases = List.copyOf(phases);
    }

    public double seconds() {
        return phases.stream().mapToDouble(Phase::seconds).sum();
    }
}
