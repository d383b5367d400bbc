package org.callwright.media.mgcp.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.callwright.media.mgcp.au.AuResult;
import org.callwright.media.mgcp.message.Arguments;
import org.callwright.media.mgcp.message.Signal;
import org.junit.jupiter.api.Test;

class OperationsTest {

    private static final String KEY = "AU/pc(mn=1 mx=1 fdt=36000 idt=10 eik=null sik=0123456789*#ABCD)";

    private final Wire wire = new Wire();
    private final List<String> keys = new ArrayList<>();
    private final Operations numbered = new Operations(wire);
    private final OneOfAKind single = new OneOfAKind(wire, key -> keys.add(String.valueOf(key)));

    /** Keeps what was asked for; graces pass when a test says so. */
    private static final class Wire implements Operations.Channel {

        private final List<String> requests = new ArrayList<>();
        private final List<Runnable> graces = new ArrayList<>();
        private CompletionStage<?> answer = CompletableFuture.completedStage(null);

        @Override
        public CompletionStage<?> request(List<Signal> signals) {
            requests.add(Signal.format(signals));
            return answer;
        }

        @Override
        public void afterGrace(Runnable work) {
            graces.add(work);
        }

        String last() {
            return requests.get(requests.size() - 1);
        }
    }

    /** Keeps how it ended. */
    private static final class Job implements Operation {

        private final String kind;
        private final String name;
        private final List<String> ends = new ArrayList<>();

        Job(String name) {
            this("pa", name);
        }

        Job(String kind, String name) {
            this.kind = kind;
            this.name = name;
        }

        @Override
        public Signal signal(OptionalLong number) {
            Arguments arguments = Arguments.NONE.with("an", name);
            return new Signal("AU", kind,
                    number.isPresent() ? arguments.with("id", number.getAsLong()) : arguments);
        }

        @Override
        public void ended(AuResult result, boolean stopping) {
            ends.add("ended " + result.returnCode() + (stopping ? " stopping" : ""));
        }

        @Override
        public void stopped() {
            ends.add("stopped");
        }

        @Override
        public void failed(String why) {
            ends.add("failed " + why);
        }
    }

    private static AuResult result(long number) {
        return AuResult.of("AU/pa", OptionalLong.of(number), 100);
    }

    private static AuResult result() {
        return AuResult.of("AU/pa", OptionalLong.empty(), 100);
    }

    private static AuResult collected() {
        return AuResult.of("AU/pc", OptionalLong.empty(), 100);
    }

    @Test
    void everyRequestShouldBeTheWholeList() {
        Job one = new Job("one");
        Job two = new Job("two");
        numbered.start(one);
        numbered.start(two);
        assertThat(wire.last()).isEqualTo("AU/pa(an=one id=1),AU/pa(an=two id=2)");
        numbered.stop(each -> each == one);
        assertThat(wire.last()).isEqualTo("AU/pa(an=two id=2)");
        numbered.ended(result(2));
        numbered.ended(result(1));
        assertThat(one.ends).containsExactly("ended 100 stopping");
        assertThat(two.ends).containsExactly("ended 100");
    }

    @Test
    void endShouldBeToldOnceHoweverOftenItIsHeardOf() {
        Job job = new Job("one");
        numbered.start(job);
        numbered.ended(result(1));
        numbered.ended(result(1));
        numbered.ended(result(77));
        numbered.stop(each -> true);
        numbered.lost("gone");
        assertThat(job.ends).containsExactly("ended 100");
    }

    @Test
    void stoppedOperationOfWhichNothingIsHeardShouldEndAfterTheGrace() {
        Job job = new Job("one");
        numbered.start(job);
        numbered.stop(each -> true);
        assertThat(job.ends).isEmpty();
        wire.graces.forEach(Runnable::run);
        assertThat(job.ends).containsExactly("stopped");
    }

    @Test
    void refusedRequestShouldFailWhatItWasFor() {
        Job fine = new Job("fine");
        Job refused = new Job("refused");
        numbered.start(fine);
        wire.answer = CompletableFuture.failedStage(new IllegalStateException("513"));
        numbered.start(refused);
        assertThat(refused.ends).containsExactly("failed 513");
        assertThat(fine.ends).isEmpty();
    }

    @Test
    void lossShouldFailWhatRunsAndWhatComesAfter() {
        Job running = new Job("running");
        Job later = new Job("later");
        numbered.start(running);
        numbered.lost("media server down");
        numbered.start(later);
        assertThat(running.ends).containsExactly("failed media server down");
        assertThat(later.ends).containsExactly("failed media server down");
    }

    @Test
    void closeShouldWaitForEndsAndThenEndTheRest() {
        Job told = new Job("told");
        Job silent = new Job("silent");
        Job late = new Job("late");
        numbered.start(told);
        numbered.start(silent);
        CompletableFuture<Void> deletion = new CompletableFuture<>();
        CompletableFuture<Void> closed = numbered.close(Optional.of(deletion)).toCompletableFuture();
        numbered.start(late);
        assertThat(late.ends).containsExactly("stopped");
        numbered.ended(result(1));
        deletion.complete(null);
        assertThat(closed).isNotDone();
        wire.graces.forEach(Runnable::run);
        assertThat(told.ends).containsExactly("ended 100 stopping");
        assertThat(silent.ends).containsExactly("stopped");
        assertThat(closed).isCompleted();
    }

    @Test
    void listThatFitsNoMessageShouldFail() {
        Job job = new Job("x".repeat(7_000));
        numbered.start(job);
        assertThat(job.ends).containsExactly("failed too much for one message");
        assertThat(wire.requests).isEmpty();
    }

    @Test
    void whatIsOfOneKindShouldBeDoneOneAfterTheOther() {
        Job one = new Job("one");
        Job two = new Job("two");
        single.publish();
        assertThat(wire.last()).isEqualTo(KEY);
        single.start(one);
        single.start(two);
        assertThat(wire.last()).isEqualTo("AU/pa(an=one)," + KEY);
        single.ended(result());
        assertThat(wire.last()).isEqualTo("AU/pa(an=two)," + KEY);
        single.ended(result());
        assertThat(wire.last()).isEqualTo(KEY);
        assertThat(one.ends).containsExactly("ended 100");
        assertThat(two.ends).containsExactly("ended 100");
    }

    @Test
    void whatIsOfDifferentKindsShouldRunTogetherAndEndByName() {
        Job playing = new Job("one");
        Job recording = new Job("pr", "two");
        single.start(playing);
        single.start(recording);
        assertThat(wire.last()).isEqualTo("AU/pa(an=one),AU/pr(an=two)," + KEY);
        single.ended(AuResult.of("AU/pr", OptionalLong.empty(), 100));
        assertThat(recording.ends).containsExactly("ended 100");
        single.ended(AuResult.of("AU/pr", OptionalLong.empty(), 327));
        assertThat(playing.ends).isEmpty();
        single.ended(result());
        assertThat(playing.ends).containsExactly("ended 100");
    }

    @Test
    void keysShouldBeAskedForAnewWhenARecordingEnds() {
        Job playing = new Job("one");
        Job recording = new Job("pr", "two");
        single.start(playing);
        single.start(recording);
        wire.requests.clear();
        single.ended(AuResult.of("AU/pr", OptionalLong.empty(), 100));
        assertThat(wire.requests).containsExactly("AU/pa(an=one)", "AU/pa(an=one)," + KEY);
    }

    @Test
    void stoppedSignalShouldEndBeforeTheNextOfItsKindBegins() {
        Job one = new Job("one");
        Job two = new Job("two");
        single.start(one);
        single.stop(each -> true);
        single.start(two);
        assertThat(wire.last()).isEqualTo(KEY);
        single.ended(result());
        assertThat(wire.last()).isEqualTo("AU/pa(an=two)," + KEY);
        assertThat(one.ends).containsExactly("ended 100 stopping");
        assertThat(two.ends).isEmpty();
    }

    @Test
    void whatWaitsShouldBeDroppedWithoutAWordToTheServer() {
        Job one = new Job("one");
        Job two = new Job("two");
        single.start(one);
        single.start(two);
        int requests = wire.requests.size();
        single.stop(each -> each == two);
        assertThat(two.ends).containsExactly("stopped");
        assertThat(wire.requests).hasSize(requests);
        single.ended(result());
        assertThat(one.ends).containsExactly("ended 100");
    }

    @Test
    void refusalOfWhatWaitedShouldFailIt() {
        Job one = new Job("one");
        Job two = new Job("two");
        single.start(one);
        single.start(two);
        wire.answer = CompletableFuture.failedStage(new IllegalStateException("510"));
        single.ended(result());
        assertThat(one.ends).containsExactly("ended 100");
        assertThat(two.ends).containsExactly("failed 510");
    }

    @Test
    void collectedKeyShouldBeToldAndTheNextOneCollected() {
        single.publish();
        single.ended(collected().with("dc", "7"));
        single.ended(collected().with("dc", "#"));
        assertThat(keys).containsExactly("7", "#");
        assertThat(wire.requests).containsExactly(KEY, KEY, KEY);
    }

    @Test
    void keysShouldBeAskedForAgainWhenNoneCameInTime() {
        single.publish();
        single.ended(AuResult.of("AU/pc", OptionalLong.empty(), 326));
        assertThat(wire.requests).containsExactly(KEY, KEY);
        assertThat(keys).isEmpty();
    }

    @Test
    void keyDuringAPromptShouldLeaveThePromptAlone() {
        Job one = new Job("one");
        single.start(one);
        single.ended(collected().with("dc", "5"));
        assertThat(keys).containsExactly("5");
        assertThat(wire.last()).isEqualTo("AU/pa(an=one)," + KEY);
        assertThat(one.ends).isEmpty();
    }

    @Test
    void newEndpointShouldBeToldEverythingAnew() {
        single.publish();
        single.publish();
        assertThat(wire.requests).hasSize(1);
        single.begin();
        assertThat(wire.requests).hasSize(2);
    }

    @Test
    void stoppedSignalThatTellsNoEndShouldEndAfterTheGrace() {
        Job one = new Job("one");
        single.start(one);
        single.stop(each -> true);
        assertThat(wire.last()).isEqualTo(KEY);
        wire.graces.forEach(Runnable::run);
        assertThat(one.ends).containsExactly("stopped");
    }
}
