package org.callwright.media.mgcp.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.callwright.media.spi.ConnectionStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionParametersTest {

    private static ConnectionStatistics read(String text) {
        return ConnectionParameters.of(MgcpResponse.of(250).with("P", text)).orElseThrow();
    }

    @Test
    void whatIsWrittenShouldBeRead() {
        ConnectionStatistics counted = new ConnectionStatistics(1, 160, 3, 480, 5, 6);
        assertThat(ConnectionParameters.format(counted)).isEqualTo("PS=1, OS=160, PR=3, OR=480, PL=5, JI=6, LA=0");
        assertThat(read(ConnectionParameters.format(counted))).isEqualTo(counted);
    }

    @Test
    void responseWithoutThemShouldTellNothing() {
        assertThat(ConnectionParameters.of(MgcpResponse.of(250))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "PS=12,PR=34 | 12 | 34", "ps = 12 , X-UT=7, pr= 34, PC/RPS=9 | 12 | 34", "PS=12, PS=99, PR=34 | 12 | 34",
        "PS=-1, PR=0x22 | 0 | 0", "PS=99999999999999999999, PR=1e3 | 0 | 0", "PS, =, ==5,, PR=7 | 0 | 7"})
    void whatOthersWriteShouldBeReadAsFarAsItMakesSense(String text, long sent, long received) {
        assertThat(read(text)).isEqualTo(new ConnectionStatistics(sent, 0, received, 0, 0, 0));
    }
}
