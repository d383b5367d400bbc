package org.callwright.media.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.callwright.media.spi.MediaServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How codecs other than G.711 are agreed on and carried. What the peer says and understands goes through the codecs of
 * this class path: whether these are right is for their own tests.
 */
interface CodecContract extends ContractWorld {

    Coding GSM = new Coding("GSM", 3, 33);

    @Test
    default void staticTypesShouldNeedNoRtpmap() throws Exception {
        try (MediaServer server = start(); Call call = new Call(server)) {
            String answer = call.offer(call.peer.offer("3 0"));
            assertThat(Sdp.lines(answer, "m=")).containsExactly("m=audio " + Sdp.port(answer) + " RTP/AVP 3 0");
            assertThat(Sdp.lines(answer, "a=rtpmap:")).containsExactly("a=rtpmap:3 GSM/8000", "a=rtpmap:0 PCMU/8000");
            call.hearing();
            RtpPeer.Packet packet = call.peer.received().get(0);
            assertThat(packet.payloadType()).isEqualTo(GSM.payloadType());
            assertThat(packet.payload()).hasSize(GSM.bytes());
            assertThat(packet.payload()[0] >> 4 & 0xF).isEqualTo(0xD);
        }
    }

    @Test
    default void offersShouldNameAllCodecs() throws Exception {
        try (MediaServer server = start(); Call call = new Call(server)) {
            String offer = Eventually.result(call.connection.sdpPortManager().generateSdpOffer());
            assertThat(Sdp.lines(offer, "a=rtpmap:")).contains("a=rtpmap:0 PCMU/8000", "a=rtpmap:8 PCMA/8000",
                    "a=rtpmap:3 GSM/8000", "a=rtpmap:96 L16/8000", "a=rtpmap:101 telephone-event/8000");
        }
    }

    @ParameterizedTest
    @CsvSource({"3,a=ptime:30,20,33", "3,a=ptime:40,40,66", "3,a=ptime:60,60,99", "3,a=maxptime:10,20,33",
        "97,a=ptime:60,60,960", "97,a=ptime:10,10,160", "8,a=ptime:60,60,480"})
    default void packetsShouldHoldWholeFrames(String format, String line, int milliseconds, int bytes)
            throws Exception {
        Coding.packetsShouldHold(this, format, line, milliseconds, bytes);
    }

    @Test
    default void playerShouldBeHeardThroughGsm() throws Exception {
        GSM.playerShouldBeHeard(this);
    }

    @Test
    default void recordingShouldHoldWhatAGsmPeerSaid(@TempDir Path folder) throws Exception {
        byte[][] frames = GSM.packets(20);
        short[] recorded = GSM.recorded(this, folder, call -> {
            GSM.send(call.peer, Arrays.copyOf(frames, 10));
            call.offer(call.peer.offer("3", "a=sendonly"));
            call.offer(call.peer.offer("3"));
            GSM.send(call.peer, Arrays.copyOfRange(frames, 10, 20));
        }).samples();
        assertThat(Signals.find(recorded, GSM.decoded(List.of(frames)))).isGreaterThanOrEqualTo(0);
    }

    @Test
    default void lateAndLostPacketsShouldNotConfuseACodecThatRemembers(@TempDir Path folder) throws Exception {
        byte[][] frames = GSM.packets(20);
        Coding.Recorded recorded = GSM.recorded(this, folder, call -> GSM.send(call.peer, frames,
                0, 1, 2, 3, 4, 6, 5, 7, 8, 9, 12, 13, 14, 15, 16, 17, 18, 19));
        short[] all = recorded.samples();
        List<byte[]> inOrder = List.of(frames[0], frames[1], frames[2], frames[3], frames[4], frames[6], frames[7],
                frames[8], frames[9], frames[12], frames[13], frames[14], frames[15], frames[16], frames[17],
                frames[18], frames[19]);
        short[] expected = GSM.decoded(inOrder);
        int start = Signals.find(all, Arrays.copyOf(expected, 5 * 160));
        assertThat(start).isGreaterThanOrEqualTo(0);
        assertThat(Arrays.copyOfRange(all, start + 6 * 160, start + 10 * 160))
                .isEqualTo(Arrays.copyOfRange(expected, 5 * 160, 9 * 160));
        assertThat(Arrays.copyOfRange(all, start + 12 * 160, start + 20 * 160))
                .isEqualTo(Arrays.copyOfRange(expected, 9 * 160, 17 * 160));
        assertThat(recorded.statistics().framesConcealed()).isEqualTo(3);
    }

    @Test
    default void anotherSenderShouldBeginWithoutMemory(@TempDir Path folder) throws Exception {
        byte[][] frames = GSM.packets(10);
        short[] recorded = GSM.recorded(this, folder, call -> {
            GSM.send(call.peer, frames);
            call.peer.ssrc = 0x0BAD_CAFE;
            call.peer.sequence = 17;
            call.peer.timestamp = 99;
            GSM.send(call.peer, frames);
        }).samples();
        short[] once = GSM.decoded(List.of(frames));
        assertThat(Signals.find(recorded, Signals.concat(once, once))).isGreaterThanOrEqualTo(0);
    }

    @Test
    default void payloadsOfImpossibleLengthShouldBeDropped(@TempDir Path folder) throws Exception {
        byte[][] frames = GSM.packets(5);
        byte[] many = new byte[GSM.bytes() * 61];
        Arrays.fill(many, (byte) 0xD0);
        Coding.Recorded recorded = GSM.recorded(this, folder, call -> {
            for (byte[] impossible : new byte[][] {many, new byte[32], new byte[33]}) {
                call.peer.packet(call.peer.sequence++, call.peer.timestamp, false, GSM.payloadType(), impossible);
            }
            GSM.send(call.peer, frames);
        });
        assertThat(Signals.find(recorded.samples(), GSM.decoded(List.of(frames)))).isGreaterThanOrEqualTo(0);
        assertThat(recorded.statistics().packetsDiscarded()).isEqualTo(3);
    }
}
