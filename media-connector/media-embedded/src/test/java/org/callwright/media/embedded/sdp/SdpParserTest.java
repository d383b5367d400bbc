package org.callwright.media.embedded.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SdpParserTest {

    private static final String OFFER = """
            v=0
            o=- 1 1 IN IP4 192.0.2.7
            s=call
            c=IN IP4 192.0.2.7
            t=0 0
            a=sendonly
            m=audio 5000/2 RTP/AVP 0 8 18 96 101
            b=AS:64
            a=rtpmap:96 L16/8000/1
            a=rtpmap:101 telephone-event/8000
            a=fmtp:101 0-16
            a=rtcp:5999 IN IP4 192.0.2.7
            a=ptime:20.5
            a=maxptime:soon
            m=audio 6000 RTP/AVP 0
            c=IN IP4 192.0.2.8/127
            a=recvonly
            """;

    @Test
    void attributesOfSectionsShouldGoBeforeThoseOfTheSession() throws SdpException {
        SessionDescription parsed = SdpParser.parse(OFFER);
        MediaDescription first = parsed.media().get(0);
        assertThat(first.port()).isEqualTo(5000);
        assertThat(first.connection()).contains("192.0.2.7");
        assertThat(first.direction()).isEqualTo(Direction.SENDONLY);
        assertThat(first.rtcpPort()).isEqualTo(5999);
        assertThat(first.rtpMaps()).extracting(RtpMap::encoding)
                .containsExactly("PCMU", "PCMA", "G729", "L16", "telephone-event");
        MediaDescription second = parsed.media().get(1);
        assertThat(second.connection()).contains("192.0.2.8");
        assertThat(second.direction()).isEqualTo(Direction.RECVONLY);
    }

    @Test
    void malformedWishesShouldBeIgnored() throws SdpException {
        MediaDescription first = SdpParser.parse(OFFER).media().get(0);
        assertThat(first.ptime()).isZero();
        assertThat(first.maxptime()).isZero();
    }

    @Test
    void lineEndsShouldNotMatter() throws SdpException {
        assertThat(SdpParser.parse(OFFER.replace("\n", "\r\n"))).isEqualTo(SdpParser.parse(OFFER));
    }

    @Test
    void damagedTextsShouldBeRefusedOrReadButNeverFailOtherwise() {
        Random random = new Random(3);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(OFFER);
            for (int k = 0; k < 4; k++) {
                text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(128));
            }
            text.setLength(random.nextInt(text.length()));
            try {
                assertThat(SdpParser.parse(text.toString()).media().size()).isLessThan(10);
            } catch (SdpException e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(1, 19_999);
    }
}
