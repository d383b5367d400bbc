package org.callwright.engine.media.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import javax.management.JMX;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.callwright.media.spi.MediaServer;
import org.callwright.media.spi.MediaSession;
import org.callwright.media.spi.MediaStatistics;
import org.callwright.media.spi.SendLateness;
import org.junit.jupiter.api.Test;

/** The statistics as somebody reads them who has none of our classes' values, and as a proxy. */
class MediaFiguresTest {

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private MediaStatistics statistics = new MediaStatistics(
            3, 2, 1, 3, 100, 5_000, 4_000, 7, 8, 9, 1_000, 15, new SendLateness(
                    List.of(900L, 50L, 20L, 15L, 5L, 4L, 3L, 2L, 1L)));

    private final MediaServer media = new MediaServer() {

        @Override
        public MediaSession createMediaSession(String correlationId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public MediaStatistics statistics() {
            return statistics;
        }

        @Override
        public void close() {
            // nothing is open
        }
    };

    @Test
    void figuresShouldBeThoseOfTheMediaServerUntilItIsClosed() throws Exception {
        ObjectName name = new ObjectName(MediaFigures.NAME);
        try (MediaFigures registered = MediaFigures.register(media)) {
            MediaMXBean read = JMX.newMXBeanProxy(server, name, MediaMXBean.class);
            assertThat(read.getSessionsActive()).isEqualTo(3);
            assertThat(read.getPlayersActive()).isEqualTo(2);
            assertThat(read.getRecordersActive()).isEqualTo(1);
            assertThat(read.getPortsActive()).isEqualTo(3);
            assertThat(read.getPortsTotal()).isEqualTo(100);
            assertThat(read.getPacketsSent()).isEqualTo(5_000);
            assertThat(read.getPacketsReceived()).isEqualTo(4_000);
            assertThat(read.getPacketsLost()).isEqualTo(7);
            assertThat(read.getPacketsDiscarded()).isEqualTo(8);
            assertThat(read.getFramesConcealed()).isEqualTo(9);
            assertThat(read.getSendLateness()).hasSize(9).containsEntry("1", 900L).containsEntry("10", 15L)
                    .containsEntry("more", 1L);
            assertThat(server.getAttribute(name, "LateShare")).isEqualTo(0.015);
            assertThat(registered.getSendLateness().keySet())
                    .containsExactly("1", "2", "5", "10", "20", "50", "100", "200", "more");
        }
        assertThat(server.isRegistered(name)).isFalse();
    }

    @Test
    void nothingSentShouldBeNothingLateAndANewServerTakeThePlaceOfAnOldOne() throws Exception {
        try (MediaFigures old = MediaFigures.register(media)) {
            assertThat(old.getLateShare()).isEqualTo(0.015);
            statistics = new MediaStatistics(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
            try (MediaFigures next = MediaFigures.register(media)) {
                assertThat(next.getLateShare()).isZero();
                assertThat(server.getAttribute(new ObjectName(MediaFigures.NAME), "LateShare")).isEqualTo(0.0);
            }
        }
    }
}
