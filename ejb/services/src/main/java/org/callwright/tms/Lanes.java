package org.callwright.tms;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.CallSid;
import org.callwright.settings.TmsSettings;

/** How many calls there is room for, at once and a second, in all and of one account. For one thread. */
final class Lanes {

    private final TmsSettings settings;
    private final Map<CallSid, AccountSid> running = new HashMap<>();
    private final Map<AccountSid, Integer> ofAccount = new HashMap<>();
    private final Map<AccountSid, Pace> paces = new HashMap<>();
    private final Pace all;

    Lanes(TmsSettings settings, Instant now) {
        this.settings = settings;
        this.all = new Pace(settings.rate(), now);
    }

    /** Forgets the calls that have ended, and gives them. */
    List<CallSid> free(Predicate<CallSid> runs) {
        List<CallSid> ended = running.keySet().stream().filter(runs.negate()).toList();
        ended.forEach(this::leave);
        return ended;
    }

    int room(Instant now) {
        return Math.max(0, Math.min(settings.concurrent() - running.size(), all.available(now)));
    }

    int room(AccountSid account, Instant now) {
        return Math.max(0, Math.min(settings.accountConcurrent() - ofAccount.getOrDefault(account, 0),
                pace(account, now).available(now)));
    }

    /** Takes room for a call. */
    void enter(CallSid call, AccountSid account, Instant now) {
        running.put(call, account);
        ofAccount.merge(account, 1, Integer::sum);
        all.take();
        pace(account, now).take();
    }

    /** It is over, or has not come to a call. */
    void leave(CallSid call) {
        Optional.ofNullable(running.remove(call)).ifPresent(
                account -> ofAccount.computeIfPresent(account, (same, count) -> count == 1 ? null : count - 1));
    }

    int running() {
        return running.size();
    }

    private Pace pace(AccountSid account, Instant now) {
        return paces.computeIfAbsent(account, unknown -> new Pace(settings.accountRate(), now));
    }
}
