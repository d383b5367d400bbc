package org.callwright.telesign.web;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callwright.call.value.CallbackSid;
import org.callwright.telesign.StatusCode;
import org.callwright.telesign.TransactionStore;
import org.callwright.telesign.VoiceTransaction;

/** Transactions in memory; nothing ever comes of their calls unless a test says so. */
final class MemoryTransactions implements TransactionStore {

    final Map<String, VoiceTransaction> rows = new HashMap<>();

    @Override
    public void add(VoiceTransaction transaction) {
        rows.put(transaction.reference(), transaction);
    }

    @Override
    public Optional<VoiceTransaction> find(String reference) {
        return Optional.ofNullable(rows.get(reference));
    }

    @Override
    public long callsTo(String number, Instant since) {
        return rows.values().stream().filter(row -> row.number().equals(number)).count();
    }

    @Override
    public List<Over> over(int most) {
        return List.of();
    }

    @Override
    public Optional<Over> over(String reference) {
        return Optional.empty();
    }

    @Override
    public List<VoiceTransaction> withoutCall(Instant before, int most) {
        return List.of();
    }

    @Override
    public void settle(String reference, StatusCode status, Optional<String> userInput, Instant at) {
        VoiceTransaction row = rows.get(reference);
        rows.put(reference, new VoiceTransaction(row.reference(), row.customer(), row.account(), row.call(),
                row.number(), row.messageType(), row.callerId(), row.externalId(), row.lifecycleEvent(),
                row.originatingIp(),
                row.callbackUrl(), row.submitted(), at, status, userInput));
    }

    @Override
    public int forget(Instant before) {
        return 0;
    }

    @Override
    public List<Due> due(Instant now, int most) {
        return List.of();
    }

    @Override
    public boolean claim(Due due, Instant until) {
        return false;
    }

    @Override
    public void delivered(CallbackSid sid) {
        throw new AssertionError("no callback was handed out");
    }

    @Override
    public void failed(CallbackSid sid, Instant again, String failure) {
        throw new AssertionError("no callback was handed out");
    }

    @Override
    public void giveUp(CallbackSid sid, String failure) {
        throw new AssertionError("no callback was handed out");
    }
}
