package org.callwright.media.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import org.callwright.media.spi.MediaCodecProvider;
import org.callwright.media.spi.MediaServer;
import org.callwright.media.spi.MediaServerConfig;
import org.callwright.media.spi.MediaSession;
import org.junit.jupiter.api.Test;

class PlugInsTest {

    @Test
    void codecsThatAreMissingOrBrokenShouldOnlyBeMissingInOffers() throws Exception {
        assertThat(ServiceLoader.load(MediaCodecProvider.class)).extracting(MediaCodecProvider::encodingName)
                .contains("HALF").doesNotContain("G729");
        InetAddress local = InetAddress.getLoopbackAddress();
        try (MediaServer server = new EmbeddedDriver().start(
                new MediaServerConfig(local, "127.0.0.1", 23_400, 23_499, Duration.ZERO))) {
            MediaSession session = server.createMediaSession("CA-plug-ins");
            String offer = session.createNetworkConnection(silence -> { }).sdpPortManager().generateSdpOffer()
                    .toCompletableFuture().get(10, TimeUnit.SECONDS);
            assertThat(offer).containsPattern("m=audio \\d+ RTP/AVP 0 8 3 96 101\r\n");
            String answer = session.createNetworkConnection(silence -> { }).sdpPortManager().processSdpOffer(
                    "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n"
                            + "m=audio 4000 RTP/AVP 18 4 3 8\r\na=rtpmap:4 HALF/8000\r\n")
                    .toCompletableFuture().get(10, TimeUnit.SECONDS);
            assertThat(answer).containsPattern("m=audio \\d+ RTP/AVP 3 8\r\n");
            session.release();
        }
    }
}
