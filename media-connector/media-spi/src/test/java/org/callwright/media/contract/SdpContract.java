package org.callwright.media.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.callwright.media.spi.AudioSegment;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaFailure;
import org.callwright.media.spi.MediaServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Offer and answer (RFC 3264) as every driver must do it. */
interface SdpContract extends ContractWorld {

    private static void fails(MediaFailure failure, ThrowingCallable step) {
        assertThatThrownBy(step).isInstanceOf(ExecutionException.class).cause()
                .isInstanceOfSatisfying(MediaException.class, e -> assertThat(e.failure()).isEqualTo(failure));
    }

    @Test
    default void answerShouldHoldCommonFormatsInTheOffersOrder() throws Exception {
        try (MediaServer server = start(); Call call = new Call(server)) {
            String answer = call.offer(call.peer.offer("96 8 4 0 97", "a=rtpmap:96 opus/48000/2",
                    "a=rtpmap:97 telephone-event/8000", "a=fmtp:97 0-16", "a=ptime:20"));
            assertThat(Sdp.lines(answer, "m=")).containsExactly("m=audio " + Sdp.port(answer) + " RTP/AVP 8 0 97");
            assertThat(Sdp.lines(answer, "a=rtpmap:")).containsExactly("a=rtpmap:8 PCMA/8000", "a=rtpmap:0 PCMU/8000",
                    "a=rtpmap:97 telephone-event/8000");
            assertThat(Sdp.lines(answer, "a=fmtp:97")).containsExactly("a=fmtp:97 0-15");
            assertThat(Sdp.lines(answer, "c=")).containsExactly("c=IN IP4 127.0.0.1");
            assertThat(answer).contains("\r\na=sendrecv\r\n").contains("\r\na=ptime:20\r\n");
            Eventually.eventually("audio is sent by the first format", () -> !call.peer.received().isEmpty());
            assertThat(call.peer.received().get(0).payloadType()).isEqualTo(8);
        }
    }

    @Test
    default void firstUsableStreamShouldBeTakenAndTheOthersRefusedInTheirPlaces() throws Exception {
        try (MediaServer server = start(); Call call = new Call(server)) {
            String offer = "v=0\no=a 1 1 IN IP4 127.0.0.1\ns=-\nt=0 0\n"
                    + "m=video 5000 RTP/AVP 31\nc=IN IP4 127.0.0.1\n"
                    + "m=audio 5002 RTP/SAVP 0\nc=IN IP4 127.0.0.1\n"
                    + "m=audio 5006 RTP/AVP 0\nc=IN IP6 ::1\n"
                    + "m=audio " + call.peer.port() + " RTP/AVP 0\nc=IN IP4 127.0.0.1\n"
                    + "m=audio 5004 RTP/AVP 8\nc=IN IP4 127.0.0.1\n"
                    + "m=image 5008 udptl t38\nc=IN IP4 127.0.0.1\n";
            String answer = Eventually.result(call.connection.sdpPortManager().processSdpOffer(offer));
            List<String> media = Sdp.lines(answer, "m=");
            assertThat(media).hasSize(6);
            assertThat(media.get(0)).isEqualTo("m=video 0 RTP/AVP 31");
            assertThat(media.get(1)).isEqualTo("m=audio 0 RTP/SAVP 0");
            assertThat(media.get(2)).isEqualTo("m=audio 0 RTP/AVP 0");
            assertThat(media.get(3)).matches("m=audio [1-9]\\d* RTP/AVP 0");
            assertThat(media.get(4)).isEqualTo("m=audio 0 RTP/AVP 8");
            assertThat(media.get(5)).isEqualTo("m=image 0 udptl t38");
            call.hearing();
        }
    }

    @Test
    default void offersWithoutAUsableStreamShouldNotBeAcceptable() throws Exception {
        try (MediaServer server = start(); Call call = new Call(server)) {
            String base = Sdp.of(6000, "0");
            for (String offer : List.of(Sdp.of(6000, "4 101"), Sdp.of(6000, "101"), Sdp.of(0, "0"),
                    base.replace("RTP/AVP", "RTP/SAVP"), base.replace("IN IP4 127.0.0.1\r\nt", "IN IP6 ::1\r\nt"),
                    base.replace("c=IN IP4 127.0.0.1\r\n", ""), base.replace("c=IN IP4 127.0.0.1",
                            "c=IN IP4 host.example"), base.substring(0, base.indexOf("m=")))) {
                fails(MediaFailure.SDP_NOT_ACCEPTABLE, () -> call.offer(offer));
            }
            assertThat(server.statistics().portsActive()).isZero();
        }
    }

    @Test
    default void textsThatAreNoDescriptionShouldBeMalformed() throws Exception {
        try (MediaServer server = start(); Call call = new Call(server)) {
            String good = Sdp.of(6000, "0");
            for (String offer : List.of("", "hello", good.substring(5), good.replace("6000", "60000000"),
                    good.replace("m=audio", "m=audio x"), good.replace("c=IN", "c=OUT"),
                    good + "a=rtpmap:99999 X/8000\r\n", good + "a=x\r\n".repeat(5000),
                    good + "a=" + "x".repeat(100_000), good + "m=audio 1 RTP/AVP 0\r\n".repeat(100))) {
                fails(MediaFailure.SDP_MALFORMED, () -> call.offer(offer));
            }
        }
    }

    @Test
    default void packetLengthShouldFollowTheOffer() throws Exception {
        for (String[] lines : new String[][] {{"a=ptime:30"}, {"a=ptime:40"}, {"a=ptime:200", "a=maxptime:60"},
            {"a=maxptime:10"}}) {
            int samples = new int[] {240, 320, 480, 80}[lines.length == 2 ? 2 : lines[0].contains("max") ? 3
                    : lines[0].contains("30") ? 0 : 1];
            try (MediaServer server = start(); Call call = new Call(server)) {
                call.offer(call.peer.offer("0", lines));
                Eventually.eventually("packets arrive", () -> call.peer.received().size() > 5);
                for (int i = 0; i < 5; i++) {
                    assertThat(call.peer.received().get(i).payload()).hasSize(samples);
                    assertThat(call.peer.received().get(i + 1).timestamp() - call.peer.received().get(i).timestamp())
                            .isEqualTo(samples);
                }
            }
        }
    }

    @Test
    default void holdShouldBeMirroredAndStopTheStream() throws Exception {
        try (MediaServer server = start(); Call call = Call.up(server).hearing()) {
            assertThat(call.offer(call.peer.offer("0", "a=sendonly"))).contains("a=recvonly");
            Eventually.eventually("the stream stops", () -> quiet(call));
            assertThat(call.offer(call.peer.offer("0", "a=inactive"))).contains("a=inactive");
            assertThat(call.offer(call.peer.offer("0", "a=recvonly"))).contains("a=sendonly");
            Eventually.eventually("it goes on", () -> !quiet(call));
            String zero = call.peer.offer("0").replace("c=IN IP4 127.0.0.1", "c=IN IP4 0.0.0.0");
            assertThat(call.offer(zero)).contains("a=recvonly");
            Eventually.eventually("the stream stops", () -> quiet(call));
            assertThat(call.offer(call.peer.offer("0"))).contains("a=sendrecv");
            Eventually.eventually("it goes on", () -> !quiet(call));
        }
    }

    /** Whether nothing has come for a quarter of a second. */
    private static boolean quiet(Call call) {
        List<RtpPeer.Packet> packets = call.peer.received();
        return System.nanoTime() - packets.get(packets.size() - 1).arrival() > 250_000_000;
    }

    @Test
    default void renewedOfferShouldKeepPortsAndRaiseTheVersionOnlyForChanges() throws Exception {
        try (MediaServer server = start(); Call call = new Call(server)) {
            String first = call.offer(call.peer.offer(Sdp.PCMU_AND_EVENTS));
            String same = call.offer(call.peer.offer(Sdp.PCMU_AND_EVENTS));
            String held = call.offer(call.peer.offer(Sdp.PCMU_AND_EVENTS, "a=sendonly"));
            assertThat(same).isEqualTo(first);
            assertThat(Sdp.port(held)).isEqualTo(Sdp.port(first));
            String[] before = Sdp.lines(first, "o=").get(0).split(" ");
            String[] after = Sdp.lines(held, "o=").get(0).split(" ");
            assertThat(after[1]).isEqualTo(before[1]);
            assertThat(Long.parseLong(after[2])).isEqualTo(Long.parseLong(before[2]) + 1);
        }
    }

    @Test
    default void failedRenewalShouldLeaveTheSessionAsItWas() throws Exception {
        try (MediaServer server = start(); Call call = Call.up(server).hearing()) {
            fails(MediaFailure.SDP_NOT_ACCEPTABLE, () -> call.offer(call.peer.offer("4")));
            int packets = call.peer.received().size();
            Eventually.eventually("the stream goes on", () -> call.peer.received().size() > packets + 10);
        }
    }

    @Test
    default void streamShouldGoOnAtANewAddressWithoutABreakInItsNumbers() throws Exception {
        try (MediaServer server = start(); Call call = Call.up(server).hearing(); RtpPeer moved = new RtpPeer()) {
            call.peer.send(Mulaw.encode(new short[160 * 5]));
            call.offer(moved.offer("8"));
            Eventually.eventually("the new address hears", () -> moved.received().size() > 5);
            RtpPeer.Packet last = call.peer.received().get(call.peer.received().size() - 1);
            RtpPeer.Packet first = moved.received().get(0);
            assertThat(first.payloadType()).isEqualTo(8);
            assertThat(first.sequence()).isEqualTo(last.sequence() + 1 & 0xFFFF);
            assertThat(first.timestamp()).isEqualTo(last.timestamp() + 160);
            assertThat(first.ssrc()).isEqualTo(last.ssrc());
        }
    }

    @Test
    default void lateOfferShouldBeCompletedByItsAnswer(@TempDir Path folder) throws Exception {
        try (MediaServer server = start(); Call call = new Call(server)) {
            String offer = Eventually.result(call.connection.sdpPortManager().generateSdpOffer());
            assertThat(Sdp.lines(offer, "m=").get(0)).startsWith("m=audio " + Sdp.port(offer) + " RTP/AVP 0 8 ");
            assertThat(offer).contains("telephone-event/8000").contains("a=sendrecv");
            String answer = call.peer.offer("8");
            Eventually.result(call.connection.sdpPortManager().processSdpAnswer(answer));
            Eventually.result(call.connection.sdpPortManager().processSdpAnswer(answer));
            call.peer.sendTo(offer);
            call.hearing();
            assertThat(call.peer.received().get(0).payloadType()).isEqualTo(8);
            Eventually.result(call.play(new AudioSegment.Tone(700, -10, Duration.ofMillis(60))));
        }
    }

    @Test
    default void answerShouldReplaceAnEarlyOneToTheSameOffer() throws Exception {
        try (MediaServer server = start(); Call call = new Call(server); RtpPeer early = new RtpPeer()) {
            Eventually.result(call.connection.sdpPortManager().generateSdpOffer());
            Eventually.result(call.connection.sdpPortManager().processSdpAnswer(early.offer("8")));
            Eventually.eventually("the early one is sent to", () -> !early.received().isEmpty());
            Eventually.result(call.connection.sdpPortManager().processSdpAnswer(call.peer.offer("0")));
            Eventually.eventually("the later one is sent to", () -> !call.peer.received().isEmpty());
            assertThat(early.received().get(0).payloadType()).isEqualTo(8);
            assertThat(call.peer.received().get(0).payloadType()).isZero();
        }
    }

    @Test
    default void answersThatFitNoOfferShouldBeRefused() throws Exception {
        try (MediaServer server = start(); Call call = new Call(server)) {
            fails(MediaFailure.INTERNAL, () -> Eventually.result(
                    call.connection.sdpPortManager().processSdpAnswer(call.peer.offer("0"))));
            Eventually.result(call.connection.sdpPortManager().generateSdpOffer());
            fails(MediaFailure.SDP_NOT_ACCEPTABLE, () -> Eventually.result(
                    call.connection.sdpPortManager().processSdpAnswer(Sdp.of(0, "0"))));
            fails(MediaFailure.SDP_MALFORMED, () -> Eventually.result(
                    call.connection.sdpPortManager().processSdpAnswer("nonsense")));
        }
    }

    @Test
    default void offerWithinACallShouldKeepFormatsPortsAndPlaces() throws Exception {
        try (MediaServer server = start(); Call call = new Call(server)) {
            String theirs = call.peer.offer("8 97", "a=rtpmap:97 telephone-event/8000")
                    .replace("m=audio", "m=video 7000 RTP/AVP 31\r\nm=audio");
            String answer = Eventually.result(call.connection.sdpPortManager().processSdpOffer(theirs));
            String offer = Eventually.result(call.connection.sdpPortManager().generateSdpOffer());
            List<String> media = Sdp.lines(offer, "m=");
            assertThat(media).hasSize(2);
            assertThat(media.get(0)).isEqualTo("m=video 0 RTP/AVP 31");
            String port = Sdp.lines(answer, "m=audio").get(0).split(" ")[1];
            assertThat(media.get(1)).startsWith("m=audio " + port + " RTP/AVP 8 ");
            assertThat(offer).contains("a=rtpmap:97 telephone-event/8000");
            Eventually.result(call.connection.sdpPortManager().processSdpAnswer(theirs.replace("7000", "0")));
        }
    }
}
