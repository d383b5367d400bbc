package org.callwright.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.callwright.call.record.RecordingRecord.Status;
import org.callwright.call.state.Signalling;
import org.callwright.call.value.Prompt;
import org.callwright.call.value.RecordingSid;
import org.junit.jupiter.api.Test;

/** Whatever happens to a call, in whatever order: it ends once, cleanly, and leaves nothing behind. */
class AnySequenceTest {

    private static final int CALLS = 4_000;

    private static void eachCall(BiConsumer<RandomCall, List<Effect>> check) {
        for (long seed = 0; seed < CALLS; seed++) {
            RandomCall call = new RandomCall(seed);
            try {
                call.run();
                check.accept(call, call.script().effects());
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + seed + ": " + call.events(), e);
            }
        }
    }

    @Test
    void anyCallShouldKeepThePromisesOfTheMachine() {
        Set<Class<?>> seen = new HashSet<>();
        AtomicInteger placed = new AtomicInteger();
        eachCall((call, effects) -> {
            placed.addAndGet(effects.stream().anyMatch(Effect.PlaceInvite.class::isInstance) ? 1 : 0);
            effects.forEach(effect -> seen.add(effect.getClass()));
            endsOnce(call, effects);
            mediaIsReleased(effects);
            recordingsHaveAFinalRow(effects);
            saysHaveARecord(effects);
            detectionsHaveAResult(call, effects);
            timersAreStoppedOrHaveFired(call, effects);
            signallingEndsOnce(effects);
        });
        assertThat(placed.get()).as("calls that we placed").isGreaterThan(CALLS / 10);
        assertThat(seen).as("the calls get everywhere").containsAll(members(Effect.class).toList());
    }

    private static Stream<Class<?>> members(Class<?> family) {
        return Stream.<Class<?>>of(family.getPermittedSubclasses())
                .flatMap(type -> type.isInterface() ? members(type) : Stream.of(type));
    }

    private static void endsOnce(RandomCall call, List<Effect> effects) {
        assertThat(call.script().session().ended()).isTrue();
        assertThat(effects.stream().filter(Effect.Forget.class::isInstance)).hasSize(1);
        assertThat(effects.get(effects.size() - 1)).isInstanceOf(Effect.Forget.class);
    }

    private static void mediaIsReleased(List<Effect> effects) {
        List<Effect> media = effects.stream().filter(Effect.Media.class::isInstance).toList();
        if (!media.isEmpty()) {
            assertThat(media.stream().filter(Effect.ReleaseMedia.class::isInstance)).hasSize(1);
            assertThat(media.get(media.size() - 1)).isInstanceOf(Effect.ReleaseMedia.class);
        }
    }

    private static void recordingsHaveAFinalRow(List<Effect> effects) {
        Map<RecordingSid, Integer> ends = new HashMap<>();
        for (Effect effect : effects) {
            if (effect instanceof Effect.StartRecording start) {
                ends.put(start.recording(), 0);
            } else if (effect instanceof Effect.StartLiveRecording start) {
                ends.put(start.recording(), 0);
            } else if (effect instanceof Effect.DropRecording drop) {
                ends.merge(drop.recording(), 1, Integer::sum);
            } else if (effect instanceof Effect.SaveRecording save
                    && save.recording().status() != Status.IN_PROGRESS) {
                ends.merge(save.recording().sid(), 1, Integer::sum);
            }
        }
        assertThat(ends.values()).allMatch(count -> count == 1);
    }

    private static void saysHaveARecord(List<Effect> effects) {
        long spoken = effects.stream().filter(effect -> effect instanceof Effect.PlayPrompt play
                && play.prompt() instanceof Prompt.Speech).count();
        assertThat(effects.stream().filter(Effect.SaveSay.class::isInstance)).hasSize((int) spoken);
    }

    private static void detectionsHaveAResult(RandomCall call, List<Effect> effects) {
        boolean listened = effects.stream().anyMatch(Effect.DetectMachine.class::isInstance);
        assertThat(call.script().session().callRecord().map(record -> record.answeredBy().isPresent()).orElse(false))
                .isEqualTo(listened);
    }

    private static void timersAreStoppedOrHaveFired(RandomCall call, List<Effect> effects) {
        Set<Long> running = new HashSet<>();
        effects.stream().filter(Effect.StartTimer.class::isInstance)
                .forEach(effect -> running.add(((Effect.StartTimer) effect).timer()));
        effects.stream().filter(Effect.StopTimer.class::isInstance)
                .forEach(effect -> running.remove(((Effect.StopTimer) effect).timer()));
        call.events().stream().filter(CallEvent.TimerFired.class::isInstance)
                .forEach(event -> running.remove(((CallEvent.TimerFired) event).timer()));
        assertThat(running).isEmpty();
    }

    private static void signallingEndsOnce(List<Effect> effects) {
        assertThat(effects.stream().filter(effect ->
                effect instanceof Effect.SendBye || effect instanceof Effect.CancelInvite)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void everyInviteShouldGetOneFinalAnswer() {
        for (long seed = 0; seed < CALLS; seed++) {
            RandomCall call = new RandomCall(seed).run();
            assertThat(openInvites(call)).as("seed " + seed + ": " + call.events()).isZero();
        }
    }

    /**
     * Replays the events and counts the INVITEs and re-INVITEs that the machine took, minus its final answers. A CANCEL
     * is answered by the SIP side, and a broken dialog has nobody to answer.
     */
    private static int openInvites(RandomCall call) {
        CallSession session = CallSession.create(World.CALL, World.SEED, World.POLICY, World.MORNING);
        int open = 0;
        for (CallEvent event : call.events()) {
            Transition transition = session.on(event, World.MORNING);
            boolean endedNow = isEnding(transition.next()) && !isEnding(session);
            session = transition.next();
            boolean invite = event instanceof CallEvent.Invited || event instanceof CallEvent.Reoffered;
            open += invite && !transition.effects().isEmpty() ? 1 : 0;
            open -= (int) transition.effects().stream().filter(effect ->
                    effect instanceof Effect.AcceptInvite || effect instanceof Effect.RefuseInvite).count();
            assertThat(open).as("surplus answer to " + event).isNotNegative();
            boolean nobodyThere = event instanceof CallEvent.Cancelled || event instanceof CallEvent.SignallingFailed;
            open = endedNow && nobodyThere ? 0 : open;
        }
        return open;
    }

    private static boolean isEnding(CallSession session) {
        return session.leg().signalling() == Signalling.OVER;
    }
}
