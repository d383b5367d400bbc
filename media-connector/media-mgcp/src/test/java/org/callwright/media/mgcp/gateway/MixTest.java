package org.callwright.media.mgcp.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.callwright.media.mgcp.message.MgcpResponse;
import org.callwright.media.mgcp.message.Verb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Conferences and bridges of the gateway over real UDP and RTP. */
class MixTest {

    private static final String CNF = "callwright/cnf/3";

    @TempDir
    Path folder;

    private static MgcpResponse join(CallAgent agent, String mix, String caller, String mode) throws Exception {
        return agent.send(Verb.CRCX, mix, "C", "CA1", "M", mode, "Z2", caller + "@gateway.test");
    }

    private static void hears(Caller listener, Caller speaker) throws Exception {
        long before = listener.loudPackets();
        speaker.talk(25);
        CallAgent.eventually("the other one is heard", () -> listener.loudPackets() >= before + 20);
    }

    @Test
    void callersShouldHearEachOtherUntilTheyPart() throws Exception {
        try (GatewayWorld world = new GatewayWorld(folder); Caller one = new Caller(); Caller two = new Caller()) {
            world.agent.create(one);
            world.agent.create(two);
            MgcpResponse first = join(world.agent, "callwright/cnf/$", "callwright/ivr/1", "confrnce");
            assertThat(first.code()).as(first.comment()).isEqualTo(200);
            assertThat(CallAgent.endpoint(first)).isEqualTo(CNF);
            assertThat(first.parameters().get("I2")).contains("1");
            MgcpResponse second = join(world.agent, CNF, "callwright/ivr/2", "sendrecv");
            assertThat(second.code()).isEqualTo(200);
            hears(two, one);
            hears(one, two);
            assertThat(world.agent.send(Verb.MDCX, CNF, "I", second.parameters().get("I", ""), "M", "sendonly").code())
                    .as("the second one is muted").isEqualTo(200);
            hears(two, one);
            long before = one.loudPackets();
            two.talk(10);
            hears(two, one);
            assertThat(one.loudPackets()).isEqualTo(before);
            assertThat(world.agent.send(Verb.DLCX, CNF, "I", second.parameters().get("I", "")).code()).isEqualTo(250);
            assertThat(world.agent.send(Verb.DLCX, CNF, "I", first.parameters().get("I", "")).code()).isEqualTo(250);
            assertThat(world.agent.send(Verb.AUEP, CNF).code()).as("it goes with its last one").isEqualTo(500);
            assertThat(world.agent.send(Verb.DLCX, "callwright/ivr/*").code()).isEqualTo(250);
            CallAgent.eventually("all is given back", world::isIdle);
        }
    }

    @Test
    void callerThatGoesShouldLeaveTheMix() throws Exception {
        try (GatewayWorld world = new GatewayWorld(folder); Caller one = new Caller(); Caller two = new Caller()) {
            world.agent.create(one);
            world.agent.create(two);
            assertThat(join(world.agent, "callwright/bridge/$", "callwright/ivr/1", "sendrecv").code()).isEqualTo(200);
            String bridge = "callwright/bridge/3";
            assertThat(join(world.agent, bridge, "callwright/ivr/2", "sendrecv").code()).isEqualTo(200);
            assertThat(join(world.agent, bridge, "callwright/ivr/2", "sendrecv").code()).isEqualTo(540);
            hears(two, one);
            world.agent.send(Verb.DLCX, "callwright/ivr/1");
            assertThat(world.agent.send(Verb.AUEP, bridge, "F", "I").parameters().get("I", "")).hasSize(1);
            world.agent.send(Verb.DLCX, "callwright/ivr/2");
            assertThat(world.agent.send(Verb.AUEP, bridge).code()).isEqualTo(500);
            CallAgent.eventually("all is given back", world::isIdle);
        }
    }

    @Test
    void peersShouldMeetOnTheMixWithoutEndpointsOfTheirOwn() throws Exception {
        try (GatewayWorld world = new GatewayWorld(folder); Caller one = new Caller(); Caller two = new Caller()) {
            String mix = "callwright/cnf/$";
            for (Caller caller : new Caller[] {one, two}) {
                MgcpResponse created = world.agent.create(caller, mix);
                assertThat(created.code()).as(created.comment()).isEqualTo(200);
                mix = "callwright/cnf/1";
            }
            hears(two, one);
            hears(one, two);
            assertThat(world.agent.request(mix, "AU/pa(an=silence:10)").code()).isEqualTo(513);
            assertThat(world.agent.send(Verb.DLCX, mix).code()).isEqualTo(250);
            CallAgent.eventually("all is given back", world::isIdle);
        }
    }

    @Test
    void mixWithNobodyShouldBeRefused() throws Exception {
        try (GatewayWorld world = new GatewayWorld(folder)) {
            assertThat(join(world.agent, "callwright/cnf/$", "callwright/ivr/9", "sendrecv").code()).isEqualTo(500);
            assertThat(join(world.agent, "callwright/cnf/$", "callwright/cnf/$", "sendrecv").code()).isEqualTo(500);
            assertThat(world.agent.send(Verb.AUEP, "*").parameters().get("ZN")).contains("0");
        }
    }
}
