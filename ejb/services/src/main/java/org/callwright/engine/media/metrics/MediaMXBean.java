package org.callwright.engine.media.metrics;

import java.util.Map;

/** {@code org.callwright:type=Media}: counters since the start of the media server; what is "active" is of now. */
public interface MediaMXBean {

    int getSessionsActive();

    int getPlayersActive();

    int getRecordersActive();

    int getPortsActive();

    int getPortsTotal();

    long getPacketsSent();

    long getPacketsReceived();

    long getPacketsLost();

    long getPacketsDiscarded();

    long getFramesConcealed();

    /**
     * How many turns of sessions, one every 20 ms, sent so late: by the upper end of their bucket in milliseconds, in
     * ascending order, and {@code more} for those that were later still or left out.
     */
    Map<String, Long> getSendLateness();

    /** Of all turns those that sent more than 10 ms late: 0 to 1, 0 when there were none. */
    double getLateShare();
}
