package org.callwright.media.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.callwright.media.spi.MediaDriver;
import org.callwright.media.spi.MediaServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a driver must do with G.729 when the plug-in is there; not a part of {@link MediaDriverContract}. */
public interface G729Contract extends TranscodingContract {

    Coding G729 = new Coding("G729", 18, 20);

    /** The driver under test. */
    @Override
    MediaDriver driver();

    @Override
    default List<Coding> codings() {
        List<Coding> all = new ArrayList<>(TranscodingContract.super.codings());
        all.add(G729);
        return all;
    }

    @Test
    default void offersShouldNameItWithoutAnnexB() throws Exception {
        try (MediaServer server = start(); Call call = new Call(server)) {
            String offer = Eventually.result(call.connection.sdpPortManager().generateSdpOffer());
            assertThat(Sdp.lines(offer, "m=").get(0)).contains(" 18 ");
            assertThat(Sdp.lines(offer, "a=rtpmap:18")).containsExactly("a=rtpmap:18 G729/8000");
            assertThat(Sdp.lines(offer, "a=fmtp:18")).containsExactly("a=fmtp:18 annexb=no");
        }
    }

    @Test
    default void offerWithoutAnRtpmapShouldBeTaken() throws Exception {
        try (MediaServer server = start(); Call call = new Call(server)) {
            String answer = call.offer(call.peer.offer("18 0"));
            assertThat(Sdp.lines(answer, "m=")).containsExactly("m=audio " + Sdp.port(answer) + " RTP/AVP 18 0");
            assertThat(Sdp.lines(answer, "a=fmtp:18")).containsExactly("a=fmtp:18 annexb=no");
            call.hearing();
            assertThat(call.peer.received().get(0).payloadType()).isEqualTo(G729.payloadType());
            assertThat(call.peer.received().get(0).payload()).hasSize(20);
        }
    }

    @ParameterizedTest
    @CsvSource({"10,10", "30,30", "45,40", "60,60"})
    default void packetsShouldHoldWholeFrames(int wanted, int given) throws Exception {
        Coding.packetsShouldHold(this, "18", "a=ptime:" + wanted, given, given);
    }

    @Test
    default void playerShouldBeHeard() throws Exception {
        G729.playerShouldBeHeard(this);
    }

    @Test
    default void recordingShouldHoldWhatThePeerSaid(@TempDir Path folder) throws Exception {
        byte[][] packets = G729.packets(20);
        byte[][] sent = packets.clone();
        sent[19] = Arrays.copyOf(packets[19], 22);
        short[] expected = G729.decoded(List.of(packets));
        short[] recorded = G729.recorded(this, folder, call -> G729.send(call.peer, sent)).samples();
        assertThat(Signals.find(recorded, Arrays.copyOf(expected, expected.length + 80))).isGreaterThanOrEqualTo(0);
    }
}
