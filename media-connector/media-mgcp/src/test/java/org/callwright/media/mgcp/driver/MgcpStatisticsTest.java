package org.callwright.media.mgcp.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.media.mgcp.Soon.result;
import static org.callwright.media.mgcp.Soon.soon;

import java.time.Duration;
import org.callwright.media.mgcp.message.MgcpCommand;
import org.callwright.media.mgcp.message.MgcpResponse;
import org.callwright.media.mgcp.message.Verb;
import org.callwright.media.spi.AudioSegment;
import org.callwright.media.spi.ConnectionStatistics;
import org.callwright.media.spi.MediaServer;
import org.callwright.media.spi.PlayResult;
import org.junit.jupiter.api.Test;

/** Where a connection's counts come from; the media server is scripted. */
class MgcpStatisticsTest extends ScriptedWorld {

    private static final ConnectionStatistics EARLY = new ConnectionStatistics(50, 8_000, 49, 7_840, 1, 3);
    private static final ConnectionStatistics LAST = new ConnectionStatistics(90, 14_400, 88, 14_080, 2, 4);

    private MgcpResponse counting(MgcpCommand command) {
        return switch (command.verb()) {
            case AUCX -> MgcpResponse.of(200).with("P", "PS=50, OS=8000, PR=49, OR=7840, PL=1, JI=3, LA=0");
            case DLCX -> MgcpResponse.of(250).with("P", "PS=90, OS=14400, PR=88, OR=14080, PL=2, JI=4, LA=0");
            default -> one.agree(command);
        };
    }

    @Test
    void countsShouldComeFromAnAuditAndAtLastFromTheDeletion() throws Exception {
        try (MediaServer server = start(one.name())) {
            Leg leg = Leg.up(server);
            one.script(this::counting);
            assertThat(result(leg.connection.statistics())).isEqualTo(EARLY);
            assertThat(parameter(last(one, Verb.AUCX), "F")).isEqualTo("P");
            assertThat(parameter(last(one, Verb.AUCX), "I")).isEqualTo("C1");
            leg.connection.release();
            assertThat(result(leg.connection.statistics())).isEqualTo(LAST);
            assertThat(one.commands(Verb.AUCX)).hasSize(1);
            assertThat(server.statistics().packetsSent()).isEqualTo(90);
            assertThat(server.statistics().packetsReceived()).isEqualTo(88);
            assertThat(server.statistics().packetsLost()).isEqualTo(2);
        }
    }

    @Test
    void auditWithoutAnAnswerShouldTellWhatIsKnownAndCostNothing() throws Exception {
        try (MediaServer server = start(one.name())) {
            Leg leg = Leg.up(server);
            one.script(this::counting);
            assertThat(result(leg.connection.statistics())).isEqualTo(EARLY);
            one.script(command -> command.verb() == Verb.AUCX ? null : counting(command));
            assertThat(result(leg.connection.statistics())).isEqualTo(EARLY);
            one.script(command -> command.verb() == Verb.AUCX ? MgcpResponse.of(504) : counting(command));
            assertThat(result(leg.connection.statistics())).isEqualTo(EARLY);
            var playing = leg.play(new AudioSegment.Silence(Duration.ofSeconds(1)));
            soon("the call goes on", () -> last(one, Verb.RQNT).parameters().has("S"));
            event(one, "AU/oc(AU/pa rc=100 id=1 en=completed sm=8000)");
            assertThat(result(playing).reason()).isEqualTo(PlayResult.Reason.COMPLETED);
        }
    }

    @Test
    void serversThatAnswerNoAuditsShouldNotBeAskedUntilTheDeletion() throws Exception {
        try (MediaServer server = start(one.name(), "mgcp.dialect", "restcomm", "mgcp.probe", "dlcx")) {
            Leg leg = Leg.up(server);
            one.script(this::counting);
            assertThat(result(leg.connection.statistics())).isEqualTo(ConnectionStatistics.NONE);
            assertThat(one.commands(Verb.AUCX)).isEmpty();
            leg.session.release();
            assertThat(result(leg.connection.statistics())).isEqualTo(LAST);
        }
    }

    @Test
    void connectionThatWasLostShouldKeepItsLastCounts() throws Exception {
        try (MediaServer server = start(one.name())) {
            Leg leg = Leg.up(server);
            one.script(this::counting);
            assertThat(result(leg.connection.statistics())).isEqualTo(EARLY);
            one.script(command -> null);
            assertThat(result(leg.play(new AudioSegment.Silence(Duration.ofSeconds(1)))).reason())
                    .isEqualTo(PlayResult.Reason.FAILED);
            assertThat(result(leg.connection.statistics())).isEqualTo(EARLY);
            leg.connection.release();
            assertThat(result(leg.connection.statistics())).isEqualTo(EARLY);
        }
    }
}
