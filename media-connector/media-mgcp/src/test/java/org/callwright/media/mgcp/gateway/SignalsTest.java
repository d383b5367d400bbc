package org.callwright.media.mgcp.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.callwright.media.embedded.EmbeddedDriver;
import org.callwright.media.mgcp.au.AuResult;
import org.callwright.media.mgcp.message.MgcpResponse;
import org.callwright.media.mgcp.message.ObservedEvent;
import org.callwright.media.mgcp.message.Verb;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signals and events of the gateway over real UDP and RTP. */
class SignalsTest {

    private static final String IVR = "callwright/ivr/1";

    @TempDir
    Path folder;

    @BeforeEach
    void folders() throws Exception {
        Files.createDirectories(folder.resolve("recordings"));
        Files.createDirectories(folder.resolve("announcements"));
    }

    private AuResult end(GatewayWorld world) throws Exception {
        ObservedEvent event = world.agent.event();
        return AuResult.of(event).orElseThrow(() -> new AssertionError("not the end of a signal: " + event));
    }

    private String recording(String name) {
        return folder.resolve("recordings").resolve(name).toUri().toString();
    }

    @Test
    void announcementShouldBeHeardAndItsEndTold() throws Exception {
        try (GatewayWorld world = new GatewayWorld(folder); Caller caller = new Caller()) {
            world.agent.create(caller);
            assertThat(world.agent.request(IVR, "AU/pa(an=tone:800:-10:200,silence:40 it=2)").code()).isEqualTo(200);
            AuResult end = end(world);
            assertThat(end.event().toString()).isEqualTo("AU/oc(au/pa rc=100 en=completed sm=3840)");
            CallAgent.eventually("both tones are heard", () -> caller.loudPackets() == 20);
        }
    }

    @Test
    void recordingShouldHoldWhatTheCallerSaidAndEndByItsKey() throws Exception {
        try (GatewayWorld world = new GatewayWorld(folder); Caller caller = new Caller()) {
            world.agent.create(caller);
            Path file = folder.resolve("recordings/r.wav");
            world.agent.request(IVR, "AU/pr(ip=tone:500:-10:40,beep: ri=" + recording("r.wav") + " rlt=600 eik=#)");
            CallAgent.eventually("prompt and beep are heard", () -> caller.loudPackets() >= 20);
            CallAgent.eventually("recording began", () -> Files.exists(file));
            caller.talk(50).press("5#");
            assertThat(world.agent.event()).hasToString("D/5");
            assertThat(world.agent.event()).hasToString("D/#");
            AuResult end = end(world);
            assertThat(end.returnCode()).isEqualTo(100);
            assertThat(end.end()).isEqualTo("stopped");
            assertThat(end.digits()).isEqualTo("#");
            assertThat(end.soundHeard()).contains(true);
            assertThat(end.samples().orElseThrow()).isGreaterThanOrEqualTo(8000);
            assertThat(Files.size(file)).isEqualTo(44 + 2 * end.samples().orElseThrow());
        }
    }

    @Test
    void recordingShouldEndByLengthAndBySilence() throws Exception {
        try (GatewayWorld world = new GatewayWorld(folder); Caller caller = new Caller()) {
            world.agent.create(caller);
            world.agent.request(IVR, "AU/pr(ri=" + recording("a.wav") + " ml=300 id=1)");
            AuResult max = end(world);
            assertThat(max.end()).isEqualTo("max");
            assertThat(max.samples()).hasValue(2400);
            assertThat(max.id()).hasValue(1);
            world.agent.request(IVR, "AU/pr(ri=" + recording("b.wav") + " rlt=600 pst=3 id=2)");
            AuResult silence = end(world);
            assertThat(silence.end()).isEqualTo("silence");
            assertThat(silence.soundHeard()).contains(false);
        }
    }

    @Test
    void filesOutsideTheFoldersShouldNotBeTouched() throws Exception {
        try (GatewayWorld world = new GatewayWorld(folder); Caller caller = new Caller()) {
            world.agent.create(caller);
            Path secret = Files.writeString(folder.resolve("secret.wav"), "secret");
            String up = recording("x").replace("/x", "/../secret.wav");
            for (String address : List.of(secret.toUri().toString(), up, "http://127.0.0.1/a.wav", "file:///%00",
                    "file://host/a.wav", recording("").replaceAll("/$", ""))) {
                world.agent.request(IVR, "AU/pa(an=" + address + ')');
                assertThat(end(world).returnCode()).as(address).isEqualTo(301);
                world.agent.request(IVR, "AU/pr(ri=" + address + ')');
                assertThat(end(world).completed()).as(address).isFalse();
            }
            world.agent.request(IVR, "AU/pr(ri=" + folder.resolve("announcements/a.wav").toUri() + ')');
            assertThat(end(world).completed()).isFalse();
            world.agent.request(IVR, "AU/pa(an=" + folder.resolve("announcements/none.wav").toUri() + " id=5)");
            AuResult missing = end(world);
            assertThat(missing.returnCode()).isEqualTo(301);
            assertThat(missing.detail()).isNotEmpty();
            assertThat(Files.readString(secret)).isEqualTo("secret");
        }
    }

    @Test
    void keysShouldBeToldEachAndInOrder() throws Exception {
        try (GatewayWorld world = new GatewayWorld(folder); Caller caller = new Caller()) {
            world.agent.create(caller);
            world.agent.request(IVR, "");
            caller.press("0123456789*#ABCD");
            StringBuilder keys = new StringBuilder();
            while (keys.length() < 16) {
                keys.append(world.agent.event().name());
            }
            assertThat(keys).hasToString("0123456789*#ABCD");
        }
    }

    @Test
    void keysShouldBeCollectedAndEndThePrompt() throws Exception {
        try (GatewayWorld world = new GatewayWorld(folder); Caller caller = new Caller()) {
            world.agent.create(caller);
            world.agent.send(Verb.RQNT, IVR, "X", "7", "R", "AU/oc(N),AU/of(N)",
                    "S", "AU/pc(ip=tone:500:-10:60000 mn=2 mx=4 idt=100)");
            CallAgent.eventually("the prompt is heard", () -> caller.loudPackets() > 3);
            caller.press("12");
            caller.press("34");
            AuResult full = end(world);
            assertThat(full.digits()).isEqualTo("1234");
            assertThat(full.completed()).isTrue();
            world.agent.send(Verb.RQNT, IVR, "X", "8", "R", "AU/oc(N),AU/of(N)", "S", "AU/pc(mn=1 mx=9 fdt=600)");
            caller.press("98#");
            assertThat(end(world).digits()).isEqualTo("98");
            world.agent.send(Verb.RQNT, IVR, "X", "9", "R", "AU/oc(N),AU/of(N)", "S", "AU/pc(mn=1 mx=9 fdt=1)");
            AuResult none = end(world);
            assertThat(none.completed()).isFalse();
            assertThat(none.returnCode()).isEqualTo(326);
            world.agent.send(Verb.RQNT, IVR, "X", "9", "R", "AU/oc(N),AU/of(N)", "S", "AU/pc(mn=1 mx=9 fdt=1 na=3)");
            AuResult thrice = end(world);
            assertThat(thrice.returnCode()).isEqualTo(330);
            assertThat(thrice.arguments().get("na")).contains("3");
            assertThat(world.agent.eventsLeft()).as("keys were not asked for").isEmpty();
        }
    }

    @Test
    void listShouldBeCompleteAndIdsBegunOnce() throws Exception {
        try (GatewayWorld world = new GatewayWorld(folder); Caller caller = new Caller()) {
            world.agent.create(caller);
            String play = "AU/pa(an=tone:700:-10:60000 id=1)";
            String record = "AU/pr(ri=" + recording("r.wav") + " id=2)";
            world.agent.request(IVR, play);
            world.agent.request(IVR, play + ',' + record);
            CallAgent.eventually("both run", () -> world.gateway.statistics().playersActive() == 1
                    && world.gateway.statistics().recordersActive() == 1);
            world.agent.request(IVR, record);
            AuResult stopped = end(world);
            assertThat(stopped.id()).hasValue(1);
            assertThat(stopped.end()).isEqualTo("stopped");
            world.agent.request(IVR, play + ',' + record);
            assertThat(world.gateway.statistics().playersActive()).as("id 1 is over").isZero();
            world.agent.request(IVR, "");
            AuResult recorded = end(world);
            assertThat(recorded.id()).hasValue(2);
            assertThat(recorded.end()).isEqualTo("stopped");
            assertThat(world.agent.eventsLeft()).isEmpty();
        }
    }

    @Test
    void signalsWithoutIdShouldBeReplacedSilentlyAndEndedBySignal() throws Exception {
        try (GatewayWorld world = new GatewayWorld(folder); Caller caller = new Caller()) {
            world.agent.create(caller);
            world.agent.request(IVR, "AU/pa(an=tone:700:-10:60000)");
            world.agent.request(IVR, "AU/pa(an=tone:700:-10:40)");
            assertThat(end(world).end()).isEqualTo("completed");
            world.agent.request(IVR, "AU/pr(ri=" + recording("r.wav") + ")");
            CallAgent.eventually("it runs", () -> world.gateway.statistics().recordersActive() == 1);
            world.agent.request(IVR, "AU/es(sg=pr)");
            assertThat(end(world).end()).isEqualTo("stopped");
            assertThat(world.agent.eventsLeft()).isEmpty();
        }
    }

    @Test
    void deletionShouldTellEndsFirstAndLeaveAWholeFile() throws Exception {
        try (GatewayWorld world = new GatewayWorld(folder); Caller caller = new Caller()) {
            MgcpResponse created = world.agent.create(caller);
            world.agent.request(IVR, "AU/pr(ri=" + recording("r.wav") + " id=1),CW/lr(ri=" + recording("l.wav")
                    + " id=2),AU/pa(an=tone:700:-10:60000 id=3),CW/md(id=4)");
            CallAgent.eventually("both files are there", () -> Files.exists(folder.resolve("recordings/r.wav"))
                    && Files.exists(folder.resolve("recordings/l.wav")));
            caller.talk(20);
            assertThat(world.agent.send(Verb.DLCX, IVR, "I", created.parameters().get("I", "")).code()).isEqualTo(250);
            for (int i = 0; i < 4; i++) {
                AuResult result = end(world);
                assertThat(result.end()).isEqualTo("stopped");
                if (result.id().orElseThrow() < 3) {
                    String name = result.id().orElseThrow() == 1 ? "r.wav" : "l.wav";
                    assertThat(Files.size(folder.resolve("recordings").resolve(name)))
                            .isEqualTo(44 + 2 * result.samples().orElseThrow());
                }
            }
            CallAgent.eventually("all is given back", world::isIdle);
        }
    }

    @Test
    void silenceOfTheCallerShouldBeTold() throws Exception {
        try (GatewayWorld world = new GatewayWorld(folder, 10, false, Duration.ofMillis(400));
                Caller caller = new Caller()) {
            world.agent.create(caller);
            world.agent.request(IVR, "");
            ObservedEvent event = world.agent.event();
            assertThat(event.packageName() + '/' + event.name()).isEqualTo("CW/in");
            assertThat(event.arguments().longOf("ms").orElseThrow()).isGreaterThanOrEqualTo(400);
        }
    }

    @Test
    void endpointWithoutCallerAndCallAgentShouldBeTakenAway() throws Exception {
        GatewayConfig usual = GatewayWorld.config(folder, 10, List.of(), Duration.ofMillis(300));
        GatewayConfig config = new GatewayConfig(usual.bind(), usual.prefix(), usual.media(), usual.announcements(),
                usual.recordings(), usual.maxEndpoints(), usual.callAgents(),
                usual.transactions().withTimeout(Duration.ofMillis(300)));
        try (MgcpGateway gateway = MgcpGateway.start(config, new EmbeddedDriver()); CallAgent agent = new CallAgent();
                CallAgent dead = new CallAgent(); Caller caller = new Caller()) {
            String signals = "AU/pr(ri=" + recording("left.wav") + " rlt=6000 id=1)";
            agent.talkingTo(gateway.address());
            agent.create(caller);
            agent.request(IVR, signals);
            caller.talk(2);
            assertThat(agent.event().name()).isEqualTo("in");
            assertThat(gateway.statistics().recordersActive()).as("the call agent knows, and decides").isEqualTo(1);
            dead.talkingTo(gateway.address());
            dead.request(IVR, signals);
            dead.close();
            caller.talk(2);
            CallAgent.eventually("all is given back", () -> gateway.statistics().sessionsActive() == 0
                    && gateway.statistics().recordersActive() == 0 && gateway.statistics().portsActive() == 0);
            assertThat(agent.send(Verb.AUEP, IVR).code()).isEqualTo(500);
        }
    }
}
