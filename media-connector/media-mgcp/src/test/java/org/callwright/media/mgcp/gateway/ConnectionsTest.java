package org.callwright.media.mgcp.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.callwright.media.mgcp.message.EndpointName;
import org.callwright.media.mgcp.message.MgcpCommand;
import org.callwright.media.mgcp.message.MgcpResponse;
import org.callwright.media.mgcp.message.Parameters;
import org.callwright.media.mgcp.message.Verb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connections of the gateway over real UDP and RTP. */
class ConnectionsTest {

    @TempDir
    Path folder;

    private static MgcpCommand command(Verb verb, String endpoint, String sdp, String... parameters) {
        return MgcpCommand.of(verb, new EndpointName(endpoint, "h"), Parameters.of(parameters)).withDescription(sdp);
    }

    @Test
    void connectionShouldBeMadeFromAnOfferAndCountedAtItsEnd() throws Exception {
        try (GatewayWorld world = new GatewayWorld(folder); Caller caller = new Caller()) {
            MgcpResponse created = world.agent.create(caller);
            assertThat(created.code()).isEqualTo(200);
            assertThat(created.description().orElseThrow()).contains("a=sendrecv").contains("RTP/AVP 0 101");
            assertThat(created.parameters().get("Z", "")).isEqualTo(
                    "callwright/ivr/1@127.0.0.1:" + world.gateway.address().getPort());
            CallAgent.eventually("the caller hears the stream", () -> caller.packets() > 3);
            caller.talk(10);
            MgcpResponse deleted = world.agent.send(Verb.DLCX, "callwright/ivr/1", "C", "CA1", "I",
                    created.parameters().get("I", ""));
            assertThat(deleted.code()).isEqualTo(250);
            assertThat(deleted.parameters().get("P", "")).matches(
                    "PS=[1-9]\\d*, OS=[1-9]\\d*, PR=10, OR=1600, PL=0, JI=\\d+, LA=0");
            CallAgent.eventually("all is given back", world::isIdle);
            assertThat(world.agent.send(Verb.DLCX, "callwright/ivr/1").code()).isEqualTo(500);
        }
    }

    @Test
    void offerOfTheGatewayShouldBeAnsweredByAModification() throws Exception {
        try (GatewayWorld world = new GatewayWorld(folder); Caller caller = new Caller()) {
            MgcpResponse created = world.agent.send(Verb.CRCX, "callwright/ivr/$", "C", "1", "M", "sendrecv");
            assertThat(created.description().orElseThrow()).contains("m=audio ").contains("telephone-event");
            String id = created.parameters().get("I", "");
            assertThat(world.agent.send(command(Verb.MDCX, "callwright/ivr/1", "v=0\r\n", "C", "1", "I", id)).code())
                    .as("an answer that is none leaves the offer open").isEqualTo(509);
            MgcpResponse answered = world.agent.send(
                    command(Verb.MDCX, "callwright/ivr/1", caller.description(), "C", "1", "I", id));
            assertThat(answered.code()).isEqualTo(200);
            assertThat(answered.descriptions()).isEmpty();
            CallAgent.eventually("the caller hears the stream", () -> caller.packets() > 3);
            MgcpResponse held = world.agent.send(command(Verb.MDCX, "callwright/ivr/1",
                    caller.description() + "a=sendonly\r\n", "C", "1", "I", id));
            assertThat(held.description().orElseThrow()).as("a new offer is answered").contains("a=recvonly");
            MgcpResponse offered = world.agent.send(Verb.MDCX, "callwright/ivr/1", "C", "1", "I", id);
            assertThat(offered.description().orElseThrow()).contains("m=audio ");
        }
    }

    @Test
    void descriptionThatIsRefusedShouldLeaveNothingBehind() throws Exception {
        try (GatewayWorld world = new GatewayWorld(folder); Caller caller = new Caller()) {
            String strange = caller.description().replace("0 101", "18");
            assertThat(world.agent.send(command(Verb.CRCX, "callwright/ivr/$", strange, "C", "1", "M", "sendrecv"))
                    .code()).isEqualTo(505);
            assertThat(world.agent.send(command(Verb.CRCX, "callwright/ivr/$", "hello", "C", "1", "M", "sendrecv"))
                    .code()).isEqualTo(509);
            assertThat(world.gateway.statistics().portsActive()).isZero();
            assertThat(world.agent.send(Verb.AUEP, "callwright/*").parameters().get("ZN")).contains("0");
            CallAgent.eventually("all is given back", world::isIdle);
        }
    }

    @Test
    void commandsThatMakeNoSenseShouldGetTheirCodes() throws Exception {
        try (GatewayWorld world = new GatewayWorld(folder, 2, false, Duration.ZERO); Caller caller = new Caller()) {
            CallAgent agent = world.agent;
            assertThat(agent.send(Verb.CRCX, "callwright/ivr/7", "C", "1", "M", "sendrecv").code()).isEqualTo(500);
            assertThat(agent.send(Verb.CRCX, "other/ivr/$", "C", "1", "M", "sendrecv").code()).isEqualTo(500);
            assertThat(agent.send(Verb.CRCX, "callwright/ivr/$", "M", "sendrecv").code()).isEqualTo(516);
            assertThat(agent.send(Verb.CRCX, "callwright/ivr/$", "C", "1", "M", "netwloop").code()).isEqualTo(517);
            assertThat(agent.send(Verb.CRCX, "callwright/ivr/$", "C", "1").code()).isEqualTo(517);
            String id = agent.create(caller).parameters().get("I", "");
            assertThat(agent.send(Verb.CRCX, "callwright/ivr/1", "C", "1", "M", "sendrecv").code()).isEqualTo(540);
            assertThat(agent.send(Verb.MDCX, "callwright/ivr/1", "C", "CA1", "I", "FFFF").code()).isEqualTo(515);
            assertThat(agent.send(Verb.MDCX, "callwright/ivr/1", "C", "CA2", "I", id).code()).isEqualTo(516);
            assertThat(agent.send(Verb.EPCF, "callwright/ivr/1").code()).isEqualTo(504);
            assertThat(agent.send(Verb.NTFY, "callwright/ivr/1").code()).isEqualTo(504);
            assertThat(agent.send(Verb.RQNT, "callwright/ivr/1", "S", "AU/pa(an=silence:10)").code()).isEqualTo(510);
            assertThat(agent.request("callwright/ivr/1", "AU/zz(x=1)").code()).isEqualTo(513);
            assertThat(agent.request("callwright/ivr/1", "L/rg").code()).isEqualTo(518);
            assertThat(agent.request("callwright/ivr/1", "AU/pa(it=2)").code()).isEqualTo(538);
            assertThat(agent.request("callwright/ivr/1", "AU/pa(it=2").code()).isEqualTo(510);
            assertThat(agent.request("callwright/ivr/9", "").code()).isEqualTo(500);
            assertThat(agent.send(Verb.CRCX, "callwright/ivr/$", "C", "1", "M", "inactive").code()).isEqualTo(200);
            assertThat(agent.send(Verb.CRCX, "callwright/ivr/$", "C", "1", "M", "sendrecv").code()).isEqualTo(502);
        }
    }

    @Test
    void auditsShouldTellWhatThereIs() throws Exception {
        try (GatewayWorld world = new GatewayWorld(folder); Caller caller = new Caller()) {
            String id = world.agent.create(caller).parameters().get("I", "");
            MgcpResponse all = world.agent.send(Verb.AUEP, "*");
            assertThat(all.parameters().get("Z", "")).startsWith("callwright/ivr/1@");
            assertThat(all.parameters().get("ZN")).contains("1");
            assertThat(world.agent.send(Verb.AUEP, "callwright/ivr/1", "F", "I, A").parameters().get("I")).contains(id);
            MgcpResponse connection = world.agent.send(Verb.AUCX, "callwright/ivr/1", "I", id, "F", "C,M");
            assertThat(connection.parameters()).isEqualTo(Parameters.of("C", "CA1", "M", "sendrecv"));
            assertThat(world.agent.send(Verb.AUEP, "callwright/ivr/2").code()).isEqualTo(500);
            caller.talk(5);
            CallAgent.eventually("what came is counted", () -> counts(world, id).contains("PR=5, OR=800, PL=0"));
            assertThat(counts(world, id)).matches("PS=[1-9]\\d*, OS=[1-9]\\d*, PR=5, OR=800, PL=0, JI=\\d+, LA=0");
            assertThat(world.agent.send(Verb.AUCX, "callwright/ivr/1", "I", id).parameters().list()).isEmpty();
        }
    }

    private static String counts(GatewayWorld world, String id) {
        try {
            return world.agent.send(Verb.AUCX, "callwright/ivr/1", "I", id, "F", "P").parameters().get("P", "");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void connectionsOfOneCallShouldBeDeletedTogether() throws Exception {
        try (GatewayWorld world = new GatewayWorld(folder); Caller caller = new Caller()) {
            world.agent.create(caller);
            world.agent.send(Verb.CRCX, "callwright/ivr/$", "C", "other", "M", "sendrecv");
            assertThat(world.agent.send(Verb.DLCX, "callwright/ivr/*", "C", "unknown").code()).isEqualTo(250);
            assertThat(world.agent.send(Verb.DLCX, "callwright/ivr/*", "C", "CA1").code()).isEqualTo(250);
            MgcpResponse left = world.agent.send(Verb.AUEP, "callwright/*");
            assertThat(left.parameters().get("Z", "")).startsWith("callwright/ivr/2@");
            assertThat(left.parameters().get("ZN")).contains("1");
        }
    }
}
