package org.callwright.sip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DtmfInfoTest {

    @ParameterizedTest
    @CsvSource({"Signal=5, 5", "Signal= #, #", "signal = *, *", "Signal=d, D", "Signal=10, *", "Signal=11, #"})
    void relayBodyShouldGiveTheKeyOfItsSignalLine(String line, char key) {
        assertThat(DtmfInfo.digit("application/dtmf-relay", line + "\r\nDuration=160\r\n")).contains(key);
    }

    @Test
    void plainBodyShouldBeTheKeyItself() {
        assertThat(DtmfInfo.digit("application/dtmf; charset=utf-8", " 7\r\n")).contains('7');
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Duration=160", "Signal=", "Signal=E", "Signal=12"})
    void bodyWithoutAKeyShouldGiveNone(String body) {
        assertThat(DtmfInfo.digit("application/dtmf-relay", body)).isEmpty();
    }

    @Test
    void onlyTheTwoDtmfTypesShouldBeCarried() {
        assertThat(DtmfInfo.carries("Application/DTMF-Relay")).isTrue();
        assertThat(DtmfInfo.carries("application/dtmf")).isTrue();
        assertThat(DtmfInfo.carries("application/sdp")).isFalse();
        assertThat(DtmfInfo.carries(null)).isFalse();
    }
}
