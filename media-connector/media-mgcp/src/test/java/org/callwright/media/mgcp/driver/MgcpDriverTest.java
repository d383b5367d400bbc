package org.callwright.media.mgcp.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.callwright.media.mgcp.Soon.result;
import static org.callwright.media.mgcp.Soon.soon;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import org.callwright.media.mgcp.ScriptedServer;
import org.callwright.media.mgcp.message.MgcpCommand;
import org.callwright.media.mgcp.message.MgcpResponse;
import org.callwright.media.mgcp.message.Verb;
import org.callwright.media.spi.AnsweredBy;
import org.callwright.media.spi.AudioFormat;
import org.callwright.media.spi.AudioSegment;
import org.callwright.media.spi.MachineDetection;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaFailure;
import org.callwright.media.spi.MediaServer;
import org.callwright.media.spi.PlayResult;
import org.callwright.media.spi.RecordRequest;
import org.callwright.media.spi.RecordResult;
import org.callwright.media.spi.RecordedAudio;
import org.junit.jupiter.api.Test;

/** What goes over the wire for a call; the media servers are scripted. */
class MgcpDriverTest extends ScriptedWorld {

    @Test
    void aCallShouldBeCreateRequestNotifyAndDelete() throws Exception {
        try (MediaServer server = start(one.name())) {
            Leg leg = Leg.up(server);
            MgcpCommand creation = last(one, Verb.CRCX);
            assertThat(creation.endpoint()).hasToString("callwright/ivr/$@" + one.name());
            assertThat(parameter(creation, "M")).isEqualTo("sendrecv");
            assertThat(parameter(creation, "C")).matches("[0-9A-F]{16}");
            assertThat(creation.description()).contains(OFFER);
            assertThat(parameter(last(one, Verb.RQNT), "R")).contains("AU/oc(N)").contains("D/[0-9*#A-D](N)");
            assertThat(last(one, Verb.RQNT).parameters().has("S")).isFalse();
            assertThat(parameter(last(one, Verb.RQNT), "N")).matches("ca@\\[127\\.0\\.0\\.1\\]:\\d+");

            CompletionStage<PlayResult> playing = leg.play(new AudioSegment.File(Path.of("/p/a b,c.wav")),
                    new AudioSegment.Silence(Duration.ofMillis(40)),
                    new AudioSegment.Tone(800, -10, Duration.ofMillis(100)));
            soon("it is asked for", () -> last(one, Verb.RQNT).parameters().has("S"));
            assertThat(parameter(last(one, Verb.RQNT), "S"))
                    .isEqualTo("AU/pa(an=file:///p/a%20b%2Cc.wav,silence:40,tone:800:-10:100 id=1)");
            event(one, "D/5,D/#,AU/oc(AU/pa rc=100 id=1 en=completed sm=8000)");
            assertThat(result(playing))
                    .isEqualTo(new PlayResult(PlayResult.Reason.COMPLETED, Duration.ofSeconds(1), ""));
            soon("the keys are told", () -> leg.keys.toString().equals("5#"));

            one.script(command -> command.verb() == Verb.DLCX
                    ? MgcpResponse.of(250).with("P", "PS=12, OS=1920, PR=34, PL=5") : one.agree(command));
            leg.session.release();
            soon("it is over", () -> server.statistics().sessionsActive() == 0);
            assertThat(last(one, Verb.DLCX).endpoint()).hasToString("callwright/ivr/1@" + one.name());
            assertThat(parameter(last(one, Verb.DLCX), "I")).isEqualTo("C1");
            assertThat(server.statistics().packetsSent()).isEqualTo(12);
            assertThat(server.statistics().packetsReceived()).isEqualTo(34);
            assertThat(server.statistics().packetsLost()).isEqualTo(5);
            assertThat(server.statistics().portsActive()).isZero();
        }
    }

    @Test
    void recordingShouldBeToldAsTheServerEndsIt() throws Exception {
        try (MediaServer server = start(one.name(), "mgcp.path-here", folder.toString(), "mgcp.path-there", "/there")) {
            Leg leg = Leg.up(server);
            CompletionStage<RecordResult> recording = leg.record(folder.resolve("r.wav"));
            soon("it is asked for", () -> last(one, Verb.RQNT).parameters().has("S"));
            assertThat(parameter(last(one, Verb.RQNT), "S")).isEqualTo("AU/pr(ri=file:///there/r.wav rlt=600 prt=15"
                    + " pst=15 ml=60000 sl=1500 au=received fm=wav id=1)");
            event(one, "AU/oc(AU/pr rc=100 id=1 en=silence sm=12000 sh=true)");
            assertThat(result(recording)).isEqualTo(
                    new RecordResult(RecordResult.Reason.SILENCE, Duration.ofMillis(1_500), true, ""));
            CompletionStage<RecordResult> failing = leg.record(folder.resolve("s.wav"));
            soon("it is asked for", () -> parameter(last(one, Verb.RQNT), "S").contains("id=2"));
            event(one, "AU/of(AU/pr rc=300 id=2 tx=\"no space left\" sm=0 sh=false)");
            RecordResult failed = result(failing);
            assertThat(failed.reason()).isEqualTo(RecordResult.Reason.FAILED);
            assertThat(failed.detail()).isEqualTo("no space left");
        }
    }

    @Test
    void holdAndLateOfferShouldBeModifications() throws Exception {
        try (MediaServer server = start(one.name())) {
            Leg leg = new Leg(server);
            assertThat(failure(leg.connection.sdpPortManager().processSdpAnswer(OFFER)))
                    .isEqualTo(MediaFailure.INTERNAL);
            assertThat(result(leg.connection.sdpPortManager().generateSdpOffer())).isEqualTo(ScriptedServer.SDP);
            assertThat(last(one, Verb.CRCX).description()).isEmpty();
            result(leg.connection.sdpPortManager().processSdpAnswer(OFFER));
            result(leg.connection.sdpPortManager().processSdpAnswer(OFFER));
            assertThat(one.commands(Verb.MDCX)).singleElement()
                    .satisfies(command -> assertThat(command.description()).contains(OFFER));
        }
    }

    @Test
    void serverWithTheAuPackageAloneShouldBeSpokenToInItsWay() throws Exception {
        try (MediaServer server = start(one.name(), "mgcp.dialect", "restcomm")) {
            Leg leg = Leg.up(server);
            assertThat(last(one, Verb.CRCX).endpoint()).hasToString("restcomm/ivr/$@" + one.name());
            assertThat(parameter(last(one, Verb.CRCX), "C")).matches("[1-9A-F][0-9A-F]{0,7}");
            assertThat(Long.parseLong(parameter(last(one, Verb.RQNT), "X"), 16)).isBetween(1L, 0x7FFF_FFFFL);
            assertThat(parameter(last(one, Verb.RQNT), "N")).matches("ca@127\\.0\\.0\\.1:\\d+");
            assertThat(parameter(last(one, Verb.RQNT), "R")).isEqualTo("AU/oc(N),AU/of(N)");
            assertThat(parameter(last(one, Verb.RQNT), "S")).startsWith("AU/pc(").contains("mn=1 mx=1");
            MgcpCommand request = last(one, Verb.RQNT);
            one.notify(request.endpoint(), parameter(request, "X").toLowerCase(Locale.ROOT),
                    "AU/oc(AU/pc dc=4 na=1 rc=100)");
            soon("the key is told", () -> leg.keys.toString().equals("4"));

            Path file = folder.resolve("r.wav");
            CompletionStage<RecordResult> recording = leg.record(file);
            soon("it is asked for", () -> parameter(last(one, Verb.RQNT), "S").startsWith("AU/pr"));
            assertThat(parameter(last(one, Verb.RQNT), "S"))
                    .startsWith("AU/pr(ri=" + file.toUri() + " rlt=600 prt=15 pst=15 eik=null)");
            Files.write(file, new byte[44 + 32_000]);
            event(one, "AU/oc(AU/pr rc=100 ri=" + file.toUri() + ")");
            assertThat(result(recording)).isEqualTo(
                    new RecordResult(RecordResult.Reason.SILENCE, Duration.ofSeconds(2), true, ""));

            assertThat(result(leg.play(new AudioSegment.Silence(Duration.ofSeconds(1)))).reason())
                    .isEqualTo(PlayResult.Reason.FAILED);
            assertThat(result(leg.group.liveRecorder().record(new RecordRequest(folder.resolve("l.wav"), false,
                    Duration.ofSeconds(1), Duration.ZERO))).detail()).contains("no second recorder");
            assertThat(result(leg.group.recorder().record(new RecordRequest(folder.resolve("g.gsm"), false,
                    Duration.ofSeconds(1), Duration.ZERO, RecordedAudio.RECEIVED, AudioFormat.GSM))).detail())
                    .contains("WAV only");
            assertThat(result(leg.group.machineDetector()
                    .detect(MachineDetection.of(MachineDetection.Mode.ENABLE))).answeredBy())
                    .isEqualTo(AnsweredBy.UNKNOWN);
            assertThat(one.commands(Verb.DLCX)).isNotEmpty()
                    .allMatch(command -> parameter(command, "C").equals("0"));
        }
    }

    @Test
    void startShouldFailWithTheAddressOrThePropertyThatIsWrong() throws Exception {
        try (DatagramSocket taken = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            String address = "127.0.0.1:" + taken.getLocalPort();
            assertThatThrownBy(() -> start(one.name(), "mgcp.local", address))
                    .isInstanceOfSatisfying(MediaException.class,
                            e -> assertThat(e.failure()).isEqualTo(MediaFailure.RESOURCE_UNAVAILABLE))
                    .hasMessageContaining(address);
        }
        assertThatThrownBy(() -> start("nonsense:port")).isInstanceOf(MediaException.class)
                .hasMessageContaining("mgcp.servers");
    }
}
