package org.callwright.media.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.callwright.media.spi.AnsweredBy;
import org.callwright.media.spi.AudioSegment;
import org.callwright.media.spi.Joinable.Direction;
import org.callwright.media.spi.MachineDetection;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaFailure;
import org.callwright.media.spi.MediaServer;
import org.callwright.media.spi.MediaServerConfig;
import org.callwright.media.spi.MediaSession;
import org.callwright.media.spi.PlayRequest;
import org.callwright.media.spi.PlayResult;
import org.callwright.media.spi.RecordResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting, releasing, ports and signs of life. */
interface LifecycleContract extends ContractWorld {

    @Test
    default void startShouldFailWithTheAddressWhenNothingCanBeBound() throws Exception {
        InetAddress notOurs = InetAddress.getByName("192.0.2.1");
        assertThatThrownBy(() -> driver().start(
                new MediaServerConfig(notOurs, "192.0.2.1", FIRST_PORT, FIRST_PORT + 9, Duration.ZERO)))
                .isInstanceOfSatisfying(MediaException.class,
                        e -> assertThat(e.failure()).isEqualTo(MediaFailure.RESOURCE_UNAVAILABLE))
                .hasMessageContaining("192.0.2.1").hasMessageContaining(String.valueOf(FIRST_PORT));
    }

    @Test
    default void portsInUseByOthersShouldBePassedOverAndExhaustionTold() throws Exception {
        try (MediaServer server = start(FIRST_PORT + 5, Duration.ZERO);
                DatagramSocket other = new DatagramSocket(FIRST_PORT + 3, InetAddress.getLoopbackAddress())) {
            assertThat(other.isBound()).isTrue();
            Call one = Call.up(server);
            Call two = Call.up(server);
            assertThat(Set.of(Sdp.port(one.answer), Sdp.port(two.answer))).containsExactlyInAnyOrder(FIRST_PORT,
                    FIRST_PORT + 4);
            assertThatThrownBy(() -> Call.up(server)).isInstanceOf(ExecutionException.class).cause()
                    .isInstanceOfSatisfying(MediaException.class,
                            e -> assertThat(e.failure()).isEqualTo(MediaFailure.RESOURCE_UNAVAILABLE));
            one.close();
            Eventually.eventually("its ports are free", () -> server.statistics().portsActive() == 1);
            assertThat(Sdp.port(Call.up(server).answer)).isEqualTo(Sdp.port(one.answer));
            two.close();
        }
    }

    @Test
    default void freedPortShouldNotBeTheNextOneGiven() throws Exception {
        try (MediaServer server = start(FIRST_PORT + 9, Duration.ZERO)) {
            List<Integer> ports = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                try (Call call = Call.up(server)) {
                    ports.add(Sdp.port(call.answer));
                    assertThat(Sdp.port(call.answer) % 2).isZero();
                }
                Eventually.eventually("its ports are free", () -> server.statistics().portsActive() == 0);
            }
            assertThat(new HashSet<>(ports)).hasSize(5);
        }
    }

    @Test
    default void releaseShouldStopEverythingAndFreeThePorts(@TempDir Path folder) throws Exception {
        try (MediaServer server = start(); Call call = Call.up(server).hearing()) {
            CompletionStage<PlayResult> playing =
                    call.play(new AudioSegment.Tone(700, -10, Duration.ofMinutes(1)));
            CompletionStage<RecordResult> recording = call.record(folder.resolve("r.wav"));
            Eventually.eventually("both run", () -> server.statistics().playersActive() == 1
                    && server.statistics().recordersActive() == 1);
            assertThat(server.statistics().sessionsActive()).isEqualTo(1);
            assertThat(server.statistics().portsActive()).isEqualTo(1);
            call.session.release();
            call.session.release();
            assertThat(Eventually.result(playing).reason()).isEqualTo(PlayResult.Reason.STOPPED);
            assertThat(Eventually.result(recording).reason()).isEqualTo(RecordResult.Reason.STOPPED);
            Eventually.eventually("everything is given back", () -> server.statistics().portsActive() == 0
                    && server.statistics().sessionsActive() == 0 && server.statistics().playersActive() == 0
                    && server.statistics().recordersActive() == 0);
        }
    }

    @Test
    default void nothingShouldHangOrStartAfterTheRelease(@TempDir Path folder) throws Exception {
        try (MediaServer server = start()) {
            Call call = Call.up(server).hearing();
            call.session.release();
            assertThat(Eventually.result(call.play(new AudioSegment.Silence(Duration.ofSeconds(1)))).reason())
                    .isEqualTo(PlayResult.Reason.STOPPED);
            assertThat(Eventually.result(call.record(folder.resolve("r.wav"))).reason())
                    .isEqualTo(RecordResult.Reason.STOPPED);
            assertThatThrownBy(() -> call.offer(call.peer.offer("0"))).isInstanceOf(ExecutionException.class).cause()
                    .isInstanceOfSatisfying(MediaException.class,
                            e -> assertThat(e.failure()).isEqualTo(MediaFailure.RELEASED));
            assertThatThrownBy(() -> call.session.createMediaGroup()).isInstanceOf(MediaException.class);
        }
    }

    @Test
    default void closingTheServerShouldEndItsSessions(@TempDir Path folder) throws Exception {
        MediaServer server = start();
        Call call = Call.up(server).hearing();
        CompletionStage<RecordResult> recording = call.record(folder.resolve("r.wav"));
        Eventually.eventually("it runs", () -> server.statistics().recordersActive() == 1);
        server.close();
        assertThat(Eventually.result(recording).reason()).isEqualTo(RecordResult.Reason.STOPPED);
        assertThatThrownBy(() -> server.createMediaSession("CA-late")).isInstanceOf(MediaException.class);
        try (MediaServer again = start()) {
            assertThat(again.statistics().portsActive()).isZero();
        }
        call.peer.close();
    }

    @Test
    default void silenceOfThePeerShouldBeToldOnceAndAgainAfterASignOfLife() throws Exception {
        try (MediaServer server = start(LAST_PORT, Duration.ofMillis(300)); Call call = Call.up(server).hearing()) {
            Eventually.eventually("the silence is told", () -> call.inactivity.size() == 1);
            int packets = call.peer.received().size();
            Eventually.eventually("time passes", () -> call.peer.received().size() > packets + 30);
            assertThat(call.inactivity).hasSize(1);
            assertThat(call.inactivity.get(0)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
            call.peer.send(new byte[160 * 3]);
            Eventually.eventually("the next silence is told", () -> call.inactivity.size() == 2);
        }
    }

    @Test
    default void silenceOfAPeerThatHoldsTheCallShouldBeNoneUntilItGoesOn() throws Exception {
        try (MediaServer server = start(LAST_PORT, Duration.ofMillis(400));
                Call clock = Call.up(server).hearing();
                Call call = new Call(server)) {
            call.offer(call.peer.offer(Sdp.PCMU_AND_EVENTS, "a=sendonly"));
            int packets = clock.peer.received().size();
            Eventually.eventually("a second passes", () -> clock.peer.received().size() > packets + 50);
            assertThat(call.inactivity).isEmpty();
            call.offer(call.peer.offer(Sdp.PCMU_AND_EVENTS));
            Eventually.eventually("the silence is told now", () -> call.inactivity.size() == 1);
        }
    }

    @Test
    default void rtcpShouldBeASignOfLife() throws Exception {
        try (MediaServer server = start(LAST_PORT, Duration.ofMillis(600)); Call call = Call.up(server).hearing()) {
            byte[] report = {(byte) 0x80, (byte) 201, 0, 1, 1, 2, 3, 4};
            for (int i = 0; i < 40; i++) {
                int packets = call.peer.received().size();
                call.peer.rtcp(report, Sdp.port(call.answer) + 1);
                Eventually.eventually("40 ms pass", () -> call.peer.received().size() >= packets + 2);
            }
            assertThat(call.inactivity).isEmpty();
            Eventually.eventually("the silence is told when they stop", () -> call.inactivity.size() == 1);
        }
    }

    @Test
    default void reportsShouldBeSentAndEndWithBye() throws Exception {
        try (MediaServer server = start(); Call call = Call.up(server).hearing()) {
            Eventually.eventually("a report comes", () -> !call.peer.reports().isEmpty());
            byte[] first = call.peer.reports().get(0).bytes();
            assertThat(first[1] & 0xFF).isEqualTo(200);
            int description = 4 * (1 + ((first[2] & 0xFF) << 8 | first[3] & 0xFF));
            assertThat(first[description + 1] & 0xFF).isEqualTo(202);
            call.session.release();
            Eventually.eventually("BYE comes", () -> call.peer.reports().size() == 2);
            byte[] last = call.peer.reports().get(1).bytes();
            assertThat(last[last.length - 7] & 0xFF).isEqualTo(203);
        }
    }

    @Test
    default void audioShouldGoToWhereThePeersPacketsComeFrom() throws Exception {
        try (MediaServer server = start(); Call call = new Call(server); RtpPeer behindNat = new RtpPeer()) {
            call.offer(call.peer.offer("0"));
            call.hearing();
            behindNat.sendTo(call.answer);
            behindNat.send(new byte[160 * 2]);
            Eventually.eventually("the real address hears", () -> behindNat.received().size() > 5);
        }
    }

    @Test
    default void peerWhoseAddressChangedShouldBeFoundAgain() throws Exception {
        try (MediaServer server = start(); Call call = Call.up(server).hearing(); RtpPeer rebound = new RtpPeer()) {
            call.peer.send(new byte[160 * 3]);
            rebound.sendTo(call.answer);
            int packets = call.peer.received().size();
            Eventually.eventually("the known address is quiet", () -> call.peer.received().size() > packets + 110);
            rebound.send(new byte[160 * 10]);
            Eventually.eventually("the new address hears", () -> rebound.received().size() > 5);
        }
    }

    @Test
    default void callsShouldNotHearEachOther() throws Exception {
        try (MediaServer server = start(); Call one = Call.up(server).hearing(); Call two = Call.up(server).hearing()) {
            Eventually.result(one.group.player().play(new PlayRequest(
                    List.of(new AudioSegment.Tone(600, -10, Duration.ofMillis(200))), 1)));
            Eventually.eventually("one hears", () -> Signals.trimmed(one.peer.heard()).length > 1500);
            assertThat(Signals.trimmed(two.peer.heard())).isEmpty();
        }
    }

    @Test
    default void joiningLegsOfDifferentSessionsShouldBeRefusedClearly() throws Exception {
        try (MediaServer server = start(); Call one = Call.up(server); Call two = Call.up(server)) {
            MediaSession other = server.createMediaSession("CA-other");
            assertThatThrownBy(() -> one.group.join(Direction.DUPLEX,
                    other.createNetworkConnection(silence -> { })))
                    .isInstanceOfSatisfying(MediaException.class,
                            e -> assertThat(e.failure()).isEqualTo(MediaFailure.INTERNAL));
            other.release();
            assertThat(two.answer).isNotEmpty();
        }
    }

    @Test
    default void whatTheDriverLeavesOutShouldBeSaidToItsCallers(@TempDir Path folder) throws Exception {
        assumeThat(leftOut().isEmpty()).isFalse();
        try (MediaServer server = start(); Call call = Call.up(server)) {
            if (leftOut().contains(Extra.LIVE_RECORDER)) {
                RecordResult result = Eventually.result(call.recordLive(folder.resolve("live.wav")));
                assertThat(result.reason()).isEqualTo(RecordResult.Reason.FAILED);
                assertThat(result.detail()).isNotEmpty();
            }
            if (leftOut().contains(Extra.MACHINE_DETECTION)) {
                assertThat(Eventually.result(call.group.machineDetector()
                        .detect(MachineDetection.of(MachineDetection.Mode.ENABLE))).answeredBy())
                        .isEqualTo(AnsweredBy.UNKNOWN);
            }
            if (leftOut().contains(Extra.MIXER)) {
                assertThatThrownBy(() -> call.session.createMediaMixer()).isInstanceOfSatisfying(MediaException.class,
                        e -> assertThat(e.failure()).isEqualTo(MediaFailure.RESOURCE_UNAVAILABLE));
            }
        }
    }
}
