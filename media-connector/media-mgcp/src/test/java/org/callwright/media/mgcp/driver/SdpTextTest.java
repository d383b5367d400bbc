package org.callwright.media.mgcp.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SdpTextTest {

    @Test
    void linesShouldEndInCrlf() throws Exception {
        assertThat(SdpText.checked("v=0\ns=-\r\nm=audio 1 RTP/AVP 0"))
                .isEqualTo("v=0\r\ns=-\r\nm=audio 1 RTP/AVP 0\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "s=-\r\nv=0", "v=0\r\n.\r\nDLCX 1 callwright/ivr/1 MGCP 1.0\r\n",
        "v=0\r\n\r\nRQNT 1 x MGCP 1.0\r\n", "v=0\r\nx", "v=0\r\ns=a\0b"})
    void textThatCouldBreakOutOfAMessageShouldBeMalformed(String text) {
        assertThatThrownBy(() -> SdpText.checked(text)).isInstanceOfSatisfying(MediaException.class,
                e -> assertThat(e.failure()).isEqualTo(MediaFailure.SDP_MALFORMED));
    }

    @Test
    void textThatFitsNoDatagramShouldBeMalformed() {
        assertThatThrownBy(() -> SdpText.checked("v=0\r\n" + "a=x\r\n".repeat(5_000)))
                .isInstanceOf(MediaException.class).hasMessageContaining("4000");
    }
}
