package org.callwright.media.embedded.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class SourceGuardTest {

    private static final long SECOND = 1_000_000_000L;
    private static final InetSocketAddress PHONE = new InetSocketAddress("127.0.0.1", 4000);
    private static final InetSocketAddress NAT = new InetSocketAddress("127.0.0.2", 5000);
    private static final InetSocketAddress SPOOFER = new InetSocketAddress("127.0.0.3", 6000);

    private final SourceGuard guard = new SourceGuard();

    private int accepted(InetSocketAddress source, int packets, int step, long at) {
        int accepted = 0;
        for (int i = 0; i < packets; i++) {
            accepted += guard.accept(source, i * step, at) ? 1 : 0;
        }
        return accepted;
    }

    @Test
    void firstSourceShouldBecomeTheTarget() {
        guard.signalled(PHONE);
        assertThat(guard.target()).isEqualTo(PHONE);
        assertThat(accepted(NAT, 1, 1, 0)).isEqualTo(1);
        assertThat(guard.target()).isEqualTo(NAT);
    }

    @Test
    void activeStreamShouldNotBeTakenOver() {
        guard.signalled(PHONE);
        accepted(PHONE, 1, 1, 0);
        for (long at = 0; at < 10 * SECOND; at += SECOND / 50) {
            assertThat(accepted(PHONE, 1, 1, at)).isEqualTo(1);
            assertThat(accepted(SPOOFER, 10, 1, at)).isZero();
        }
        assertThat(guard.target()).isEqualTo(PHONE);
    }

    @Test
    void quietStreamShouldMoveOnceAndOnlyToASteadySender() {
        guard.signalled(PHONE);
        accepted(PHONE, 1, 1, 0);
        assertThat(accepted(SPOOFER, 50, 7, 3 * SECOND)).isZero();
        assertThat(accepted(NAT, 10, 1, 3 * SECOND)).isEqualTo(6);
        assertThat(guard.target()).isEqualTo(NAT);
        assertThat(accepted(SPOOFER, 50, 1, 9 * SECOND)).isZero();
        guard.signalled(PHONE);
        assertThat(accepted(SPOOFER, 5, 1, 99 * SECOND)).isEqualTo(1);
    }

    @Test
    void signalledAddressShouldWinOverWhoeverCameFirst() {
        guard.signalled(PHONE);
        accepted(SPOOFER, 20, 1, 0);
        assertThat(accepted(PHONE, 5, 1, 0)).isEqualTo(1);
        assertThat(guard.target()).isEqualTo(PHONE);
        assertThat(accepted(SPOOFER, 20, 1, 0)).isZero();
    }

    @Test
    void newAddressInSdpShouldDecideAnew() {
        guard.signalled(PHONE);
        accepted(PHONE, 1, 1, 0);
        guard.signalled(NAT);
        assertThat(guard.target()).isEqualTo(NAT);
        assertThat(accepted(NAT, 1, 1, 0)).isEqualTo(1);
    }

    @Test
    void spooferWhoCameFirstShouldNotKeepTheSignalledAddressOutByTalkingOn() {
        guard.signalled(PHONE);
        assertThat(accepted(SPOOFER, 1, 1, 0)).isEqualTo(1);
        int heard = 0;
        for (int i = 0; i < 20; i++) {
            guard.accept(SPOOFER, 100 + i, i * SECOND / 50);
            heard += guard.accept(PHONE, i, i * SECOND / 50 + 1) ? 1 : 0;
        }
        assertThat(heard).isEqualTo(20 - SourceGuard.PROBATION + 1);
        assertThat(guard.target()).isEqualTo(PHONE);
    }
}
