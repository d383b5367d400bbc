package org.callwright.sip.container.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceRatesTest {
    private static final long MILLISECOND = 1_000_000;

    private long now = -5_000_000_000L;

    private SourceRates rates(int perSecond, String exempt) {
        return new SourceRates(SourceLimit.of(perSecond, exempt), () -> now);
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static long admitted(SourceRates rates, String source, int requests) {
        long admitted = 0;
        for (int i = 0; i < requests; i++) {
            admitted += rates.admits(address(source)) ? 1 : 0;
        }
        return admitted;
    }

    @Test
    void burstShouldBeTwiceTheRateAndTheRestAtTheRate() {
        SourceRates rates = rates(100, "");
        assertThat(admitted(rates, "192.0.2.1", 1000)).isEqualTo(200);
        now += 250 * MILLISECOND;
        assertThat(admitted(rates, "192.0.2.1", 1000)).isEqualTo(25);
        now += 60_000 * MILLISECOND;
        assertThat(admitted(rates, "192.0.2.1", 1000)).isEqualTo(200);
    }

    @Test
    void sourcesShouldNotShareTheirRates() {
        SourceRates rates = rates(10, "");
        assertThat(admitted(rates, "192.0.2.1", 100)).isEqualTo(20);
        assertThat(admitted(rates, "192.0.2.2", 100)).isEqualTo(20);
    }

    @Test
    void addressesOfOneIpv6NetworkShouldShareTheirRate() {
        SourceRates rates = rates(10, "");
        assertThat(admitted(rates, "2001:db8:1:1::1", 100)).isEqualTo(20);
        assertThat(admitted(rates, "2001:db8:1:1:ffff::2", 100)).isZero();
        assertThat(admitted(rates, "2001:db8:1:2::1", 100)).isEqualTo(20);
    }

    @Test
    void exemptSourcesShouldHaveNoLimit() {
        SourceRates rates = rates(1, "192.0.2.7:5060, 198.51.100.0/24 ,2001:db8::/33,");
        for (String exempt : List.of("192.0.2.7", "198.51.100.0", "198.51.100.255", "2001:db8:7fff::1")) {
            assertThat(admitted(rates, exempt, 100)).as(exempt).isEqualTo(100);
        }
        for (String other : List.of("192.0.2.8", "198.51.101.0", "2001:db8:8000::1")) {
            assertThat(admitted(rates, other, 100)).as(other).isEqualTo(2);
        }
        assertThat(rates.tracked()).isEqualTo(3);
    }

    @Test
    void noRateShouldMeanNoLimitAndNoMemory() {
        SourceRates rates = rates(0, "");
        assertThat(admitted(rates, "192.0.2.1", 10_000)).isEqualTo(10_000);
        assertThat(rates.tracked()).isZero();
    }

    @Test
    void floodFromManySourcesShouldKeepMemoryBoundedAndEndWithTheFlood() {
        SourceRates rates = rates(1, "");
        for (int i = 0; i < 50_000; i++) {
            rates.admits(address("10." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255)));
        }
        assertThat(rates.tracked()).isLessThanOrEqualTo(SourceRates.MOST_SOURCES + 1);
        assertThat(admitted(rates, "192.0.2.1", 10)).as("shares what the flood left").isZero();
        now += 3_000 * MILLISECOND;
        assertThat(admitted(rates, "192.0.2.1", 10)).isEqualTo(2);
        assertThat(rates.tracked()).isLessThan(10);
    }

    @Test
    void whatIsNoAddressShouldBeLeftOut() {
        assertThat(AddressRange.parse("host.invalid:5060")).isEmpty();
        assertThat(AddressRange.parse("192.0.2.1/33")).isEmpty();
        assertThat(AddressRange.parse("//")).isEmpty();
        assertThat(AddressRange.parse("[2001:db8::1]:5060")).hasSize(1);
        assertThat(AddressRange.parse("localhost:5060")).isNotEmpty();
        assertThatThrownBy(() -> SourceLimit.of(-1, "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void occasionallyShouldCountWhatItDoesNotSay() {
        long[] told = {0, 0};
        Occasionally occasionally = new Occasionally(() -> now);
        for (int i = 0; i < 121; i++) {
            occasionally.happened(count -> {
                told[0]++;
                told[1] += count;
            });
            now += 1_000 * MILLISECOND;
        }
        assertThat(told).containsExactly(3, 121);
    }
}
