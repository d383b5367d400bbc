package org.callwright.media.mgcp.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.media.mgcp.Soon.result;
import static org.callwright.media.mgcp.Soon.soon;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.callwright.media.mgcp.message.EndpointName;
import org.callwright.media.mgcp.message.MgcpResponse;
import org.callwright.media.mgcp.message.Verb;
import org.callwright.media.spi.AudioSegment;
import org.callwright.media.spi.MediaFailure;
import org.callwright.media.spi.MediaServer;
import org.callwright.media.spi.PlayResult;
import org.callwright.media.spi.RecordResult;
import org.junit.jupiter.api.Test;

/** What becomes of calls when media servers refuse, die and restart; the media servers are scripted. */
class MgcpPoolTest extends ScriptedWorld {

    @Test
    void newCallShouldGoToAnotherServerWhenOneRefuses() throws Exception {
        try (MediaServer server = start(one.name() + "," + two.name())) {
            one.script(command -> command.verb() == Verb.CRCX ? MgcpResponse.of(502) : one.agree(command));
            Leg.up(server);
            Leg.up(server);
            assertThat(two.commands(Verb.CRCX)).hasSize(2);
            two.script(command -> command.verb() == Verb.CRCX ? MgcpResponse.of(403) : two.agree(command));
            assertThat(failure(new Leg(server).connection.sdpPortManager().processSdpOffer(OFFER)))
                    .isEqualTo(MediaFailure.RESOURCE_UNAVAILABLE);
        }
    }

    @Test
    void offerThatOneServerDoesNotAcceptShouldNotBeTriedOnTheNext() throws Exception {
        try (MediaServer server = start(one.name() + "*9," + two.name())) {
            one.script(command -> command.verb() == Verb.CRCX ? MgcpResponse.of(505) : one.agree(command));
            assertThat(failure(new Leg(server).connection.sdpPortManager().processSdpOffer(OFFER)))
                    .isEqualTo(MediaFailure.SDP_NOT_ACCEPTABLE);
            assertThat(two.commands(Verb.CRCX)).isEmpty();
        }
    }

    @Test
    void callsBesideEachOtherShouldBeOnOneServerOrHaveNoMedia() throws Exception {
        try (MediaServer server = start(one.name() + "," + two.name())) {
            Leg first = Leg.up(server);
            Leg second = Leg.beside(server, first);
            Leg third = Leg.beside(server, second);
            for (Leg leg : List.of(second, third)) {
                result(leg.connection.sdpPortManager().processSdpOffer(OFFER));
            }
            assertThat(one.commands(Verb.CRCX)).hasSize(3);
            one.script(command -> command.verb() == Verb.CRCX ? MgcpResponse.of(502) : one.agree(command));
            assertThat(failure(Leg.beside(server, first).connection.sdpPortManager().generateSdpOffer()))
                    .isEqualTo(MediaFailure.RESOURCE_UNAVAILABLE);
            one.restart("graceful");
            soon("it is taken out of service", () -> {
                int asked = one.commands(Verb.CRCX).size();
                return besideIsRefused(server, first) && one.commands(Verb.CRCX).size() == asked;
            });
            assertThat(two.commands(Verb.CRCX)).isEmpty();
        }
    }

    private static boolean besideIsRefused(MediaServer server, Leg other) {
        try {
            return failure(Leg.beside(server, other).connection.sdpPortManager().generateSdpOffer())
                    == MediaFailure.RESOURCE_UNAVAILABLE;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void callsBesideEachOtherThatBeginTogetherShouldBeOnOneServer() throws Exception {
        try (MediaServer server = start(one.name() + "," + two.name())) {
            Leg first = new Leg(server);
            Leg second = Leg.beside(server, first);
            CompletionStage<String> a = second.connection.sdpPortManager().generateSdpOffer();
            CompletionStage<String> b = first.connection.sdpPortManager().generateSdpOffer();
            result(a);
            result(b);
            assertThat(one.commands(Verb.CRCX).size() * two.commands(Verb.CRCX).size()).isZero();
        }
    }

    @Test
    void serverThatDiesDuringARecordShouldFailItInTimeAndTheNextCallGoElsewhere() throws Exception {
        try (MediaServer server = start(one.name() + "*9," + two.name(), Duration.ofMillis(200))) {
            Leg leg = Leg.up(server);
            Path file = folder.resolve("r.wav");
            CompletionStage<RecordResult> recording = leg.record(file);
            soon("it is asked for", () -> last(one, Verb.RQNT).parameters().has("S"));
            Files.write(file, new byte[44 + 16_000]);
            long death = System.nanoTime();
            one.script(command -> null);
            RecordResult lost = result(recording);
            assertThat(Duration.ofNanos(System.nanoTime() - death)).isLessThan(Duration.ofSeconds(3));
            assertThat(lost.reason()).isEqualTo(RecordResult.Reason.FAILED);
            assertThat(lost.recorded()).isEqualTo(Duration.ofSeconds(1));
            assertThat(lost.detail()).isEqualTo("the media server does not answer");
            PlayResult refused = result(leg.play(new AudioSegment.File(file)));
            assertThat(refused.reason()).isEqualTo(PlayResult.Reason.FAILED);
            assertThat(refused.detail()).isEqualTo("the media server does not answer");
            soon("the peer counts as silent", () -> leg.silences.size() == 1);
            Leg.up(server);
            assertThat(two.commands(Verb.CRCX)).hasSize(1);

            one.script(one::agree);
            soon("what was left is removed", () -> one.commands(Verb.DLCX).stream()
                    .anyMatch(command -> parameter(command, "I").equals("C1")));
            Leg.up(server);
            assertThat(one.commands(Verb.CRCX)).hasSize(2);
        }
    }

    @Test
    void callsShouldBeRefusedAtOnceWhenNoServerIsLeft() throws Exception {
        try (MediaServer server = start(one.name())) {
            one.script(command -> null);
            soon("that is known", () -> {
                long begin = System.nanoTime();
                try {
                    return failure(new Leg(server).connection.sdpPortManager().processSdpOffer(OFFER))
                            == MediaFailure.RESOURCE_UNAVAILABLE && System.nanoTime() - begin < 100_000_000;
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            });
        }
    }

    @Test
    void restartShouldLoseWhatTheServerDoesNotKnowAnyMoreAndNothingElse() throws Exception {
        try (MediaServer server = start(one.name())) {
            Leg gone = Leg.up(server);
            Leg kept = Leg.up(server);
            CompletionStage<RecordResult> lost = gone.record(folder.resolve("gone.wav"));
            CompletionStage<RecordResult> going = kept.record(folder.resolve("kept.wav"));
            soon("both are asked for", () -> one.commands(Verb.RQNT).stream()
                    .filter(command -> command.parameters().has("S")).count() == 2);
            one.script(command -> command.verb() == Verb.AUCX && parameter(command, "I").equals("C1")
                    ? MgcpResponse.of(515) : one.agree(command));
            one.restart("restart");
            assertThat(result(lost).reason()).isEqualTo(RecordResult.Reason.FAILED);
            soon("the other was asked for too", () -> one.commands(Verb.AUCX).size() == 2);
            assertThat(going.toCompletableFuture()).isNotDone();
        }
    }

    @Test
    void serverThatHasFewerEndpointsThanWeHaveThereShouldBeTakenForBegunAnew() throws Exception {
        try (MediaServer server = start(one.name())) {
            Leg leg = Leg.up(server);
            CompletionStage<RecordResult> recording = leg.record(folder.resolve("r.wav"));
            one.script(command -> command.verb() == Verb.AUEP ? one.agree(command).with("ZN", "1")
                    : one.agree(command));
            int probes = one.commands(Verb.AUEP).size();
            soon("it is probed", () -> one.commands(Verb.AUEP).size() > probes + 2);
            assertThat(one.commands(Verb.AUCX)).isEmpty();
            one.script(command -> command.verb() == Verb.AUEP ? one.agree(command).with("ZN", "0")
                    : command.verb() == Verb.AUCX ? MgcpResponse.of(500) : one.agree(command));
            RecordResult lost = result(recording);
            assertThat(lost.reason()).isEqualTo(RecordResult.Reason.FAILED);
            assertThat(lost.detail()).isEqualTo("the media server has restarted");
        }
    }

    @Test
    void drainingServerShouldGetNoNewCalls() throws Exception {
        try (MediaServer server = start(one.name() + "*100," + two.name())) {
            Leg leg = Leg.up(server);
            CompletionStage<PlayResult> playing = leg.play(new AudioSegment.Silence(Duration.ofSeconds(9)));
            soon("it is asked for", () -> last(one, Verb.RQNT).parameters().has("S"));
            one.restart("graceful");
            soon("new calls go elsewhere", () -> {
                try {
                    Leg.up(server);
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
                return !two.commands(Verb.CRCX).isEmpty();
            });
            int calls = one.commands(Verb.CRCX).size();
            Leg.up(server);
            assertThat(one.commands(Verb.CRCX)).hasSize(calls);
            assertThat(playing.toCompletableFuture()).isNotDone();
            one.restart("forced");
            assertThat(result(playing).detail()).isEqualTo("the media server goes out of service");
        }
    }

    @Test
    void commandWithoutAnAnswerShouldCostTheCallItsMediaAndNotHang() throws Exception {
        try (MediaServer server = start(one.name(), "mgcp.probe", "off")) {
            Leg leg = Leg.up(server);
            one.script(command -> command.verb() == Verb.RQNT ? null : one.agree(command));
            PlayResult result = result(leg.play(new AudioSegment.Silence(Duration.ofSeconds(1))));
            assertThat(result.reason()).isEqualTo(PlayResult.Reason.FAILED);
            one.script(one::agree);
            soon("the server is tried again after a while", () -> {
                try {
                    Leg.up(server);
                    return true;
                } catch (Exception e) {
                    return false;
                }
            });
        }
    }

    @Test
    void endpointThatWasLeftByACallAgentBeforeUsShouldBeDeletedWhenItTellsSomething() throws Exception {
        try (MediaServer server = start(one.name())) {
            Leg leg = Leg.up(server);
            EndpointName ours = last(one, Verb.RQNT).endpoint();
            one.notify(ours, "DEAD", "D/1");
            one.notify(new EndpointName("callwright/ivr/*", one.name()), "DEAD", "D/1");
            one.notify(new EndpointName("callwright/ivr/77", one.name()), "DEAD", "D/1");
            soon("it is deleted", () -> !one.commands(Verb.DLCX).isEmpty());
            event(one, "D/2");
            soon("the key is told", () -> leg.keys.toString().equals("2"));
            assertThat(one.commands(Verb.DLCX)).extracting(command -> command.endpoint().local())
                    .containsExactly("callwright/ivr/77");
        }
    }
}
