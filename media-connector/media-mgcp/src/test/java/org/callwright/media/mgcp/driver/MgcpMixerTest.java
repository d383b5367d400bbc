package org.callwright.media.mgcp.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.callwright.media.mgcp.Soon.result;
import static org.callwright.media.mgcp.Soon.soon;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.callwright.media.mgcp.message.MgcpCommand;
import org.callwright.media.mgcp.message.MgcpResponse;
import org.callwright.media.mgcp.message.Verb;
import org.callwright.media.spi.Joinable.Direction;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaFailure;
import org.callwright.media.spi.MediaMixer;
import org.callwright.media.spi.MediaServer;
import org.junit.jupiter.api.Test;

/** Mixers over the wire; the media servers are scripted. */
class MgcpMixerTest extends ScriptedWorld {

    @Test
    void mixerShouldBeAConferenceEndpointWithItsMembers() throws Exception {
        try (MediaServer server = start(one.name())) {
            Leg first = Leg.up(server);
            Leg second = Leg.up(server);
            MediaMixer mixer = first.session.createMediaMixer();
            mixer.join(Direction.DUPLEX, first.connection);
            second.connection.join(Direction.RECV, mixer);
            soon("both are members", () -> one.commands(Verb.CRCX).size() == 4);
            MgcpCommand a = one.commands(Verb.CRCX).get(2);
            MgcpCommand b = one.commands(Verb.CRCX).get(3);
            assertThat(a.endpoint()).hasToString("callwright/cnf/$@" + one.name());
            assertThat(parameter(a, "M")).isEqualTo("confrnce");
            assertThat(parameter(a, "Z2")).isEqualTo("callwright/ivr/1@" + one.name());
            assertThat(b.endpoint()).hasToString("callwright/cnf/3@" + one.name());
            assertThat(parameter(b, "M")).isEqualTo("sendonly");
            mixer.join(Direction.DUPLEX, second.connection);
            soon("its direction changed", () -> one.commands(Verb.MDCX).size() == 1);
            mixer.unjoin(second.connection);
            mixer.release();
            soon("all is deleted", () -> one.commands(Verb.DLCX).size() == 2);
            assertThat(parameter(one.commands(Verb.DLCX).get(0), "I")).isEqualTo("C4");
            assertThat(one.commands(Verb.DLCX).get(1).parameters().has("I")).isFalse();
            assertThatThrownBy(() -> mixer.join(Direction.DUPLEX, first.group)).isInstanceOf(MediaException.class);
        }
    }

    @Test
    void serverThatIsNotOursShouldBeToldOfBothSides() throws Exception {
        one.script(command -> command.parameters().has("Z2")
                ? one.agree(command).with("I2", one.agree(command).parameters().get("I", "") + "2")
                : one.agree(command));
        try (MediaServer server = start(one.name(), "mgcp.dialect", "restcomm")) {
            Leg first = Leg.up(server);
            Leg second = Leg.up(server);
            MediaMixer mixer = first.session.createMediaMixer();
            mixer.join(Direction.DUPLEX, first.connection);
            mixer.join(Direction.DUPLEX, second.connection);
            soon("both are members", () -> one.commands(Verb.CRCX).size() == 4);
            second.session.release();
            soon("one is gone", () -> deleted().size() == 3);
            assertThat(deleted()).containsExactlyInAnyOrder("restcomm/cnf/3 C5", "restcomm/ivr/2 C62",
                    "restcomm/ivr/2 C2");
            mixer.release();
            soon("the mixer is gone", () -> deleted().size() == 5);
            assertThat(deleted()).contains("restcomm/cnf/3 C3", "restcomm/ivr/1 C42");
        }
    }

    private List<String> deleted() {
        return one.commands(Verb.DLCX).stream().filter(command -> !parameter(command, "C").equals("0"))
                .map(command -> command.endpoint().local() + ' ' + parameter(command, "I")).toList();
    }

    @Test
    void connectionsOfDifferentServersShouldNotBeMixed() throws Exception {
        try (MediaServer server = start(one.name() + "," + two.name())) {
            Leg first = Leg.up(server);
            Leg second = Leg.up(server);
            MediaMixer mixer = first.session.createMediaMixer();
            mixer.join(Direction.DUPLEX, first.connection);
            assertThatThrownBy(() -> mixer.join(Direction.DUPLEX, second.connection))
                    .isInstanceOfSatisfying(MediaException.class,
                            e -> assertThat(e.failure()).isEqualTo(MediaFailure.RESOURCE_UNAVAILABLE))
                    .hasMessageNotContaining("127.0.0.1");
            result(mixer.joined(first.connection));
            assertThat(one.commands(Verb.CRCX).size() + two.commands(Verb.CRCX).size()).isEqualTo(3);
        }
    }

    @Test
    void joinThatTheServerRefusesOrDoesNotAnswerShouldBeTold() throws Exception {
        try (MediaServer server = start(one.name())) {
            Leg leg = Leg.up(server);
            one.script(command -> command.verb() == Verb.CRCX ? MgcpResponse.of(502) : one.agree(command));
            MediaMixer mixer = leg.session.createMediaMixer();
            mixer.join(Direction.DUPLEX, leg.connection);
            assertThat(failure(mixer.joined(leg.connection))).isEqualTo(MediaFailure.RESOURCE_UNAVAILABLE);
            one.script(one::agree);
            mixer.join(Direction.DUPLEX, leg.connection);
            result(mixer.joined(leg.connection));
            mixer.unjoin(leg.connection);
            result(mixer.joined(leg.connection));
            one.script(command -> null);
            mixer.join(Direction.DUPLEX, leg.connection);
            assertThat(failure(mixer.joined(leg.connection))).isIn(MediaFailure.RESOURCE_UNAVAILABLE,
                    MediaFailure.RELEASED);
        }
    }

    @Test
    void legThatNeverComesUpShouldBeNoMember() throws Exception {
        try (MediaServer server = start(one.name())) {
            Leg leg = new Leg(server);
            MediaMixer mixer = Leg.up(server).session.createMediaMixer();
            mixer.join(Direction.DUPLEX, leg.connection);
            CompletionStage<Void> joined = mixer.joined(leg.connection);
            leg.session.release();
            assertThat(failure(joined)).isEqualTo(MediaFailure.RELEASED);
        }
    }
}
