package org.callwright.tms;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.CallSid;

/** Recipients whose time to be called comes. Several servers may call. */
public interface DialStore {

    /**
     * A recipient to call.
     *
     * @param number in E.164
     * @param attempts that were begun
     * @param seen when it was due; whoever claims it must have seen this time
     */
    record Due(long recipient, TmsMessage message, String number, int attempts, Instant seen) {
    }

    /** A recipient that nobody else calls. */
    record Claim(Due due, Attempt attempt) {
    }

    /** Active accounts with messages that are not completed. */
    List<AccountSid> accounts();

    /** The account's recipients that are due, the longest waiting first. */
    List<Due> due(AccountSid account, Instant now, int most);

    /** Begins an attempt with each one that is still due, in one transaction. */
    List<Claim> claim(List<Due> due, Supplier<CallSid> calls, Instant now);

    /** The attempts were not made and do not count; their recipients are due again at that time. */
    void giveBack(List<Attempt> attempts, Instant next);

    /** They are due at that time. */
    void postpone(List<Due> due, Instant next);
}
