package org.callwright.engine.media.metrics;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.callwright.media.spi.MediaServer;
import org.callwright.media.spi.SendLateness;

/** Shows a media server's statistics in the platform's MBean server, until it is closed. */
public final class MediaFigures implements MediaMXBean, AutoCloseable {

    public static final String NAME = "org.callwright:type=Media";
    private static final int LATE_MS = 10;

    private final MediaServer media;

    private MediaFigures(MediaServer media) {
        this.media = media;
    }

    /** In the place of what an earlier media server of this process may have left there. */
    public static MediaFigures register(MediaServer media) {
        MediaFigures figures = new MediaFigures(media);
        try {
            remove();
            server().registerMBean(figures, new ObjectName(NAME));
            return figures;
        } catch (JMException e) {
            throw new IllegalStateException("figures of the media can't be shown", e);
        }
    }

    private static MBeanServer server() {
        return ManagementFactory.getPlatformMBeanServer();
    }

    private static void remove() throws JMException {
        ObjectName name = new ObjectName(NAME);
        if (server().isRegistered(name)) {
            server().unregisterMBean(name);
        }
    }

    @Override
    public int getSessionsActive() {
        return media.statistics().sessionsActive();
    }

    @Override
    public int getPlayersActive() {
        return media.statistics().playersActive();
    }

    @Override
    public int getRecordersActive() {
        return media.statistics().recordersActive();
    }

    @Override
    public int getPortsActive() {
        return media.statistics().portsActive();
    }

    @Override
    public int getPortsTotal() {
        return media.statistics().portsTotal();
    }

    @Override
    public long getPacketsSent() {
        return media.statistics().packetsSent();
    }

    @Override
    public long getPacketsReceived() {
        return media.statistics().packetsReceived();
    }

    @Override
    public long getPacketsLost() {
        return media.statistics().packetsLost();
    }

    @Override
    public long getPacketsDiscarded() {
        return media.statistics().packetsDiscarded();
    }

    @Override
    public long getFramesConcealed() {
        return media.statistics().framesConcealed();
    }

    @Override
    public Map<String, Long> getSendLateness() {
        List<Long> turns = media.statistics().lateness().turns();
        Map<String, Long> table = new LinkedHashMap<>();
        for (int i = 0; i < turns.size(); i++) {
            boolean last = i == SendLateness.BOUNDS_MS.size();
            table.put(last ? "more" : String.valueOf(SendLateness.BOUNDS_MS.get(i)), turns.get(i));
        }
        return table;
    }

    @Override
    public double getLateShare() {
        SendLateness lateness = media.statistics().lateness();
        return lateness.total() == 0 ? 0 : (double) lateness.laterThan(LATE_MS) / lateness.total();
    }

    @Override
    public void close() throws JMException {
        remove();
    }
}
