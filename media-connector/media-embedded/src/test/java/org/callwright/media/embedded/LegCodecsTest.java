package org.callwright.media.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.callwright.media.codecs.PcmuProvider;
import org.callwright.media.codecs.gsm.GsmProvider;
import org.callwright.media.embedded.sdp.RtpMap;
import org.callwright.media.spi.MediaCodec;
import org.junit.jupiter.api.Test;

class LegCodecsTest {

    private static final RtpMap GSM = new RtpMap(3, "GSM", 8000, 1);
    private static final RtpMap PCMU = new RtpMap(0, "PCMU", 8000, 1);

    private final LegCodecs codecs = new LegCodecs(List.of(new PcmuProvider(), new GsmProvider()));

    @Test
    void renewedAgreementShouldKeepTheCodecsThatItKeeps() {
        MediaCodec decoder = codecs.decoders(List.of(GSM))[3];
        MediaCodec encoder = codecs.encoder(GSM);
        assertThat(encoder).isNotSameAs(decoder);
        assertThat(codecs.decoders(List.of(PCMU, GSM))[3]).isSameAs(decoder);
        assertThat(codecs.encoder(new RtpMap(97, "gsm", 8000, 1))).isSameAs(encoder);
    }

    @Test
    void codecThatWasLeftOutShouldBeginAnew() {
        MediaCodec decoder = codecs.decoders(List.of(GSM))[3];
        MediaCodec encoder = codecs.encoder(GSM);
        assertThat(codecs.decoders(List.of(PCMU))[3]).isNull();
        codecs.encoder(PCMU);
        assertThat(codecs.decoders(List.of(GSM))[3]).isNotNull().isNotSameAs(decoder);
        assertThat(codecs.encoder(GSM)).isNotSameAs(encoder);
    }
}
