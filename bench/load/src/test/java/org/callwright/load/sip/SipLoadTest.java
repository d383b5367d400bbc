package org.callwright.load.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.callwright.load.audio.AudioVerdict;
import org.callwright.load.rtp.MarkedStream;
import org.callwright.load.sip.CallPlan.Media;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SipLoadTest {

    @Test
    void aCallThatTheServerEndsShouldBeGood() throws IOException {
        CallRun run = run("ends", "a=20x0.5", 0, Media.NONE);

        assertThat(run.outcomes()).hasSize(10).allMatch(Outcome::good).allMatch(call -> call.answerMicros() > 0);
        assertThat(run.streams()).isEmpty();
    }

    @Test
    void aCallThatTheServerEndsTooEarlyShouldNotBeGood() throws IOException {
        assertThat(run("ends", "a=2x0.5", 1, Media.NONE).outcomes()).hasSize(1).noneMatch(Outcome::good)
                .allMatch(Outcome::answered);
    }

    @Test
    void aRefusalShouldBeToldWithItsStatus() throws IOException {
        assertThat(run("refused", "a=4x0.5", 0, Media.NONE).outcomes()).hasSize(2).allMatch(Outcome::refused)
                .noneMatch(Outcome::good);
    }

    @Test
    void aLostRequestShouldBeSentAgain() throws IOException {
        assertThat(run("lost", "a=2x0.5", 1, Media.NONE).outcomes()).singleElement()
                .matches(Outcome::good).matches(call -> call.retransmissions() == 1)
                .matches(call -> call.answerMicros() >= 500_000);
    }

    @Test
    void whatIsSentShouldBeHeardWhole() throws IOException {
        CallRun run = run("peer", "a=10x0.3", 1, Media.SEND);

        assertThat(run.outcomes()).hasSize(3).allMatch(Outcome::good);
        assertThat(run.streams()).allSatisfy(stream -> {
            assertThat(stream.sent()).isGreaterThan(20);
            assertThat(stream.heard().whole()).isTrue();
            assertThat(stream.heard().stream()).isEqualTo(stream.number());
        });
        assertThat(run.arrivals().summary(0).get("lost")).isEqualTo(0L);
    }

    @Test
    void aPacketThatIsLostOnTheWayShouldBeCounted() throws IOException {
        CallRun run;
        try (AnsweringPeer peer = new AnsweringPeer(packet -> packet[3] != 120)) {
            run = new SipLoad(plan(peer, "peer", "a=1x1", 3, Media.SEND), 0).run();
        }

        AudioVerdict heard = run.streams().stream().map(MarkedStream::heard).findFirst().orElseThrow();
        assertThat(heard.missing()).isEqualTo(1);
        assertThat(heard.whole()).isFalse();
        assertThat(run.arrivals().summary(0)).containsEntry("lost", 1L)
                .satisfies(summary -> assertThat((long) summary.get("gapsOver30ms")).isPositive());
    }

    private static CallRun run(String number, String phases, double life, Media media) throws IOException {
        try (AnsweringPeer peer = new AnsweringPeer(packet -> true)) {
            return new SipLoad(plan(peer, number, phases, life, media), ProcessHandle.current().pid()).run();
        }
    }

    private static CallPlan plan(AnsweringPeer peer, String number, String phases, double life, Media media) {
        return new CallPlan(peer.address(), number, Phase.parse(phases), life, media);
    }
}
