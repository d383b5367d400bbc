package org.callwright.media.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.callwright.media.spi.AudioSegment;
import org.callwright.media.spi.ConnectionStatistics;
import org.callwright.media.spi.MediaServer;
import org.junit.jupiter.api.Test;

/** What a connection counts, while it lives and when it has ended. */
interface StatisticsContract extends ContractWorld {

    private static ConnectionStatistics counted(Call call) {
        try {
            return Eventually.result(call.connection.statistics());
        } catch (Exception e) {
            throw new AssertionError("statistics failed", e);
        }
    }

    @Test
    default void nothingShouldBeCountedBeforeTheFirstOffer() throws Exception {
        try (MediaServer server = start(); Call call = new Call(server)) {
            assertThat(counted(call)).isEqualTo(ConnectionStatistics.NONE);
        }
    }

    /** Thirty frames at once, of which each counts as 20 ms early: 20 ms * (1 - (15/16)^n), and the gap a bit more. */
    @Test
    default void packetsFromThePeerShouldBeCountedWithLossAndJitter() throws Exception {
        try (MediaServer server = start(); Call call = Call.up(server).hearing()) {
            for (int i = 0; i < 30; i++) {
                if (i == 11 || i == 12) {
                    call.peer.lose(RtpPeer.FRAME);
                } else {
                    call.peer.frame(new byte[RtpPeer.FRAME]);
                }
            }
            Eventually.eventually("all have come", () -> counted(call).packetsReceived() == 28);
            ConnectionStatistics counted = counted(call);
            assertThat(counted.octetsReceived()).isEqualTo(28 * RtpPeer.FRAME);
            assertThat(counted.packetsLost()).isEqualTo(2);
            assertThat(counted.jitterMillis()).isBetween(8L, 60L);
            call.session.release();
            ConnectionStatistics last = counted(call);
            assertThat(last.packetsReceived()).isEqualTo(28);
            assertThat(last.octetsReceived()).isEqualTo(28 * RtpPeer.FRAME);
            assertThat(last.packetsLost()).isEqualTo(2);
        }
    }

    @Test
    default void packetsToThePeerShouldBeCountedToTheLastOne() throws Exception {
        Call call;
        ConnectionStatistics last;
        try (MediaServer server = start()) {
            call = Call.up(server).hearing();
            Eventually.result(call.play(new AudioSegment.Tone(700, -10, Duration.ofMillis(200))));
            int heard = call.peer.received().size();
            ConnectionStatistics living = counted(call);
            assertThat(living.packetsSent()).isGreaterThanOrEqualTo(heard).isGreaterThanOrEqualTo(10);
            call.session.release();
            last = counted(call);
            assertThat(counted(call)).isEqualTo(last);
            assertThat(last.packetsSent()).isGreaterThanOrEqualTo(living.packetsSent());
        }
        Eventually.eventually("the peer has all", () -> call.peer.received().size() >= last.packetsSent());
        assertThat(call.peer.received()).hasSize((int) last.packetsSent());
        assertThat(last.octetsSent()).isEqualTo(last.packetsSent() * RtpPeer.FRAME);
        call.peer.close();
    }
}
