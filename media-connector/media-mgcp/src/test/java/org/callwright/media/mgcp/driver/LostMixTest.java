package org.callwright.media.mgcp.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.media.mgcp.Soon.result;
import static org.callwright.media.mgcp.Soon.soon;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.callwright.media.mgcp.message.Verb;
import org.callwright.media.spi.Joinable.Direction;
import org.callwright.media.spi.MediaMixer;
import org.callwright.media.spi.MediaServer;
import org.callwright.media.spi.RecordResult;
import org.junit.jupiter.api.Test;

/** Two who talk, and a media server that goes: nobody can hear any more, and nothing runs that could tell so. */
class LostMixTest extends ScriptedWorld {

    private static MediaMixer talk(Leg first, Leg second) throws Exception {
        MediaMixer mixer = first.session.createMediaMixer();
        for (Leg leg : List.of(first, second)) {
            mixer.join(Direction.DUPLEX, leg.connection);
        }
        for (Leg leg : List.of(first, second)) {
            result(mixer.joined(leg.connection));
        }
        return mixer;
    }

    @Test
    void deathOfTheServerShouldBeToldToThoseWhoTalkAtOnceAndToOthersByTheirOperations() throws Exception {
        try (MediaServer server = start(one.name(), Duration.ofHours(1))) {
            Leg first = Leg.up(server);
            Leg second = Leg.beside(server, first);
            result(second.connection.sdpPortManager().processSdpOffer(OFFER));
            Leg alone = Leg.up(server);
            Leg parted = Leg.up(server);
            MediaMixer mixer = talk(first, second);
            talk(alone, parted).release();
            CompletionStage<RecordResult> recording = alone.record(folder.resolve("r.wav"));
            soon("the mix is over, the recording is asked for", () -> one.commands(Verb.DLCX).size() == 1
                    && last(one, Verb.RQNT).parameters().has("S"));
            one.script(command -> null);
            soon("both are told", () -> first.silences.size() == 1 && second.silences.size() == 1);
            assertThat(result(recording).reason()).isEqualTo(RecordResult.Reason.FAILED);
            assertThat(alone.silences).isEmpty();
            assertThat(parted.silences).isEmpty();
            mixer.release();
            first.session.release();
        }
    }

    @Test
    void mixThatTheServerClosesShouldBeToldToItsMembers() throws Exception {
        try (MediaServer server = start(one.name())) {
            Leg first = Leg.up(server);
            Leg second = Leg.up(server);
            talk(first, second);
            one.restart("forced", "callwright/cnf/3");
            soon("both are told", () -> first.silences.size() == 1 && second.silences.size() == 1);
            first.session.release();
            second.session.release();
            soon("the legs are deleted as ever", () -> one.commands(Verb.DLCX).stream()
                    .filter(command -> command.endpoint().local().startsWith("callwright/ivr/")).count() == 2);
        }
    }
}
