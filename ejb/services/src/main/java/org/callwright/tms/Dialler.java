package org.callwright.tms;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.callwright.call.value.AccountSid;
import org.callwright.engine.CallEngine;
import org.callwright.engine.CallRefusedException;

/**
 * Calls recipients when their time has come: of all accounts in turns, as far as there is room. An attempt is written
 * down, with its call's SID, before the call is placed; so one that a crash interrupts is found again, and no other
 * server makes it too. For one thread.
 */
final class Dialler {

    private static final Duration LATER = Duration.ofSeconds(1);
    private static final int MOST_ACCOUNTS = 50;
    private static final int MOST_CALLS = 100;

    private final DialStore store;
    private final OutcomeStore outcomes;
    private final CallEngine engine;
    private final MessageCalls calls;
    private final AnswerNotes answers;
    private final Lanes lanes;
    private final Optional<String> trunk;
    private final Clock clock;
    private int turn;
    private boolean told;

    Dialler(DialStore store, OutcomeStore outcomes, CallEngine engine, MessageCalls calls, AnswerNotes answers,
            Lanes lanes, Optional<String> trunk, Clock clock) {
        this.store = store;
        this.outcomes = outcomes;
        this.engine = engine;
        this.calls = calls;
        this.answers = answers;
        this.lanes = lanes;
        this.trunk = trunk;
        this.clock = clock;
    }

    /** Calls whom it can; whether there may be more to call soon. */
    boolean dial() {
        lanes.free(engine::runs).forEach(answers::over);
        if (engine.notReadyReason().isPresent() || engine.overloaded()) {
            return lanes.running() > 0;
        }
        Instant now = clock.instant();
        int room = Math.min(MOST_CALLS, lanes.room(now));
        if (room == 0) {
            return true;
        }
        List<List<DialStore.Due>> queues = new ArrayList<>();
        boolean full = false;
        for (AccountSid account : nextAccounts()) {
            int most = Math.min(room, lanes.room(account, now));
            if (most > 0) {
                queues.add(store.due(account, now, most));
            } else {
                full = true;
            }
        }
        List<DialStore.Due> due = Turns.take(queues, room);
        if (due.isEmpty()) {
            return full;
        }
        if (trunk.isEmpty()) {
            tellOnce();
            return false;
        }
        call(due, now);
        return true;
    }

    /** Others than those of the last time, when there are many. */
    private List<AccountSid> nextAccounts() {
        List<AccountSid> accounts = new ArrayList<>(store.accounts());
        if (!accounts.isEmpty()) {
            turn = (turn + 1) % accounts.size();
            Collections.rotate(accounts, -turn);
        }
        return accounts.subList(0, Math.min(MOST_ACCOUNTS, accounts.size()));
    }

    private void tellOnce() {
        if (!told) {
            told = true;
            TmsLog.LOG.noTrunk();
        }
    }

    private void call(List<DialStore.Due> due, Instant now) {
        List<DialStore.Due> coming = due.stream()
                .filter(one -> calls.audio(one.message()).filter(MessageAudio.State.Coming.class::isInstance).isPresent())
                .toList();
        if (!coming.isEmpty()) {
            store.postpone(coming, now.plus(LATER));
        }
        List<DialStore.Claim> claims = store.claim(
                due.stream().filter(one -> !coming.contains(one)).toList(), engine::newCallSid, now);
        List<Attempt> back = new ArrayList<>();
        List<Result> failed = new ArrayList<>();
        for (DialStore.Claim claim : claims) {
            if (!back.isEmpty()) {
                back.add(claim.attempt());
                continue;
            }
            try {
                place(claim, now).ifPresent(reason -> failed.add(failure(claim, reason, now)));
            } catch (CallRefusedException e) {
                lanes.leave(claim.attempt().call());
                back.add(claim.attempt());
            } catch (IllegalArgumentException e) {
                lanes.leave(claim.attempt().call());
                failed.add(failure(claim, "the call could not be made", now));
            }
        }
        if (!back.isEmpty()) {
            store.giveBack(back, now.plus(LATER));
        }
        if (!failed.isEmpty()) {
            outcomes.settle(failed, now);
        }
    }

    /** Why it could not be placed, if so. */
    private Optional<String> place(DialStore.Claim claim, Instant now) {
        Optional<MessageAudio.State> audio = calls.audio(claim.due().message());
        Optional<Path> file = Optional.empty();
        if (audio.isPresent()) {
            if (!(audio.get() instanceof MessageAudio.State.Ready ready)) {
                return Optional.of(audio.get() instanceof MessageAudio.State.Missing missing
                        ? missing.reason() : "the audio is not there yet");
            }
            file = Optional.of(ready.file());
        }
        Attempt attempt = claim.attempt();
        lanes.enter(attempt.call(), attempt.account(), now);
        answers.expect(attempt.call());
        engine.placeCall(attempt.call(), calls.call(claim.due(), file, trunk.orElseThrow()));
        return Optional.empty();
    }

    private static Result failure(DialStore.Claim claim, String reason, Instant now) {
        TmsMessage message = claim.due().message();
        return Result.failed(claim.attempt(), new OutcomeStore.Chances(claim.due().attempts() + 1, message.retries(),
                message.retryDelay(), false), Detail.COULD_NOT_CONNECT, Optional.of(reason), now);
    }
}
