package org.callwright.phone.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SessionDescriptionTest {

    @Test
    void mediaLevelShouldGoBeforeSessionLevel() {
        SessionDescription sdp = SessionDescription.parse("v=0\r\nc=IN IP4 1.1.1.1\r\na=sendonly\r\n"
                + "m=audio 4000 RTP/AVP 8 97 101\r\n"
                + "c=IN IP4 2.2.2.2\r\na=rtpmap:97 L16/8000\r\na=rtpmap:101 telephone-event/8000\r\na=inactive\r\n"
                + "m=video 5000 RTP/AVP 31\r\nc=IN IP4 3.3.3.3\r\na=recvonly\r\n");
        assertThat(sdp.address()).isEqualTo("2.2.2.2");
        assertThat(sdp.port()).isEqualTo(4000);
        assertThat(sdp.direction()).isEqualTo(Direction.INACTIVE);
        assertThat(sdp.firstAudio(List.of(Codec.L16))).get().extracting(Format::payloadType).isEqualTo(97);
        assertThat(sdp.telephoneEvent()).get().extracting(Format::payloadType).isEqualTo(101);
    }

    @Test
    void offerShouldBeReadAsItWasWritten() {
        SessionDescription sdp = SessionDescription.parse(
                new SdpWriter("127.0.0.1", 4000, List.of(Codec.PCMA, Codec.PCMU), true).offer(Direction.SENDONLY));
        assertThat(sdp.formats()).containsExactly(new Format(8, "PCMA", 8000), new Format(0, "PCMU", 8000),
                new Format(101, "telephone-event", 8000));
        assertThat(sdp.direction()).isEqualTo(Direction.SENDONLY);
    }

    @Test
    void answerShouldMirrorDirectionAndPayloadTypes() {
        SdpWriter writer = new SdpWriter("127.0.0.1", 4000, List.of(Codec.L16), true);
        SessionDescription offer = SessionDescription.parse("v=0\r\nc=IN IP4 1.1.1.1\r\n"
                + "m=audio 6000 RTP/AVP 0 120 96\r\n"
                + "a=rtpmap:120 L16/8000\r\na=rtpmap:96 telephone-event/8000\r\na=sendonly\r\n");
        SessionDescription answer = SessionDescription.parse(writer.answer(offer).orElseThrow());
        assertThat(answer.formats()).containsExactly(new Format(120, "L16", 8000),
                new Format(96, "telephone-event", 8000));
        assertThat(answer.direction()).isEqualTo(Direction.RECVONLY);
    }

    @Test
    void encryptedOrForeignAudioShouldHaveNoAnswer() {
        SdpWriter writer = new SdpWriter("127.0.0.1", 4000, List.of(Codec.PCMU), true);
        assertThat(writer.answer(SessionDescription.parse("v=0\r\nm=audio 6000 RTP/SAVP 0\r\n"))).isEmpty();
        assertThat(writer.answer(SessionDescription.parse("v=0\r\nm=audio 6000 RTP/AVP 18\r\n"))).isEmpty();
        assertThat(writer.answer(SessionDescription.parse(""))).isEmpty();
    }
}
