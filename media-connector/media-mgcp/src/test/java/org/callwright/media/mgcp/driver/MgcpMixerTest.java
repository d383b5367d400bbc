package org.callwright.media.mgcp.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.callwright.media.mgcp.Soon.soon;

import org.callwright.media.mgcp.message.MgcpCommand;
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
    void connectionsOfDifferentServersShouldNotBeMixed() throws Exception {
        try (MediaServer server = start(one.name() + "," + two.name())) {
            Leg first = Leg.up(server);
            Leg second = Leg.up(server);
            MediaMixer mixer = first.session.createMediaMixer();
            mixer.join(Direction.DUPLEX, first.connection);
            soon("a connection of the other server is refused", () -> {
                try {
                    mixer.join(Direction.DUPLEX, second.connection);
                    return false;
                } catch (MediaException e) {
                    return e.failure() == MediaFailure.RESOURCE_UNAVAILABLE && e.getMessage().contains(one.name())
                            && e.getMessage().contains(two.name());
                }
            });
            assertThat(one.commands(Verb.CRCX).size() + two.commands(Verb.CRCX).size()).isEqualTo(3);
        }
    }
}
