package org.callwright.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.records.SampleRecords.call;
import static org.callwright.records.SampleRecords.callSid;
import static org.callwright.records.SampleRecords.say;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.callwright.call.Effect;
import org.callwright.call.value.CallStatus;
import org.junit.jupiter.api.Test;

class PendingRowsTest {

    private final PendingRows pending = new PendingRows(3, Duration.ZERO);

    private static Effect.Record callRow(int number, CallStatus status) {
        return new Effect.SaveCall(call(number, status));
    }

    @Test
    void newerStateShouldTakeThePlaceOfAWaitingOneAtTheEnd() throws Exception {
        pending.put(callRow(1, CallStatus.RINGING));
        pending.put(new Effect.SaveSay(say(1)));
        pending.put(callRow(1, CallStatus.COMPLETED));

        assertThat(pending.take(10)).isEqualTo(
                List.of(new Effect.SaveSay(say(1)), callRow(1, CallStatus.COMPLETED)));
    }

    @Test
    void fullQueueShouldTakeNewerStatesOnly() {
        pending.put(callRow(1, CallStatus.RINGING));
        pending.put(callRow(2, CallStatus.RINGING));
        pending.put(callRow(3, CallStatus.RINGING));

        assertThat(pending.put(callRow(4, CallStatus.RINGING))).isFalse();
        assertThat(pending.put(callRow(1, CallStatus.COMPLETED))).isTrue();
    }

    @Test
    void rowShouldStayVisibleUntilItIsWritten() throws Exception {
        pending.put(callRow(1, CallStatus.RINGING));
        pending.take(10);
        assertThat(pending.find(callSid(1).value(), Effect.SaveCall.class)).isPresent();

        pending.done();
        assertThat(pending.find(callSid(1).value(), Effect.SaveCall.class)).isEmpty();
        assertThat(pending.size()).isZero();
    }

    @Test
    void fullBatchShouldNotWaitForMore() throws Exception {
        PendingRows patient = new PendingRows(10, Duration.ofDays(1));
        patient.put(callRow(1, CallStatus.COMPLETED));
        patient.put(callRow(2, CallStatus.COMPLETED));

        assertThat(patient.take(2)).hasSize(2);
    }

    @Test
    void batchShouldGatherWhatComesWhileItWaits() {
        PendingRows patient = new PendingRows(10, Duration.ofDays(1));
        patient.put(callRow(1, CallStatus.RINGING));
        CompletableFuture<List<Effect.Record>> batch = CompletableFuture.supplyAsync(() -> taken(patient, 2));
        patient.put(callRow(1, CallStatus.COMPLETED));
        patient.put(callRow(2, CallStatus.COMPLETED));

        assertThat(batch.join()).containsExactly(
                callRow(1, CallStatus.COMPLETED), callRow(2, CallStatus.COMPLETED));
    }

    @Test
    void closingShouldEndTheWait() {
        PendingRows patient = new PendingRows(10, Duration.ofDays(1));
        patient.put(callRow(1, CallStatus.COMPLETED));
        CompletableFuture<List<Effect.Record>> batch = CompletableFuture.supplyAsync(() -> taken(patient, 2));
        patient.close();

        assertThat(batch.join()).hasSize(1);
    }

    private static List<Effect.Record> taken(PendingRows rows, int most) {
        try {
            return rows.take(most);
        } catch (InterruptedException e) {
            throw new CompletionException(e);
        }
    }

    @Test
    void closedQueueShouldHandOutWhatWaitsAndThenNothing() throws Exception {
        pending.put(callRow(1, CallStatus.RINGING));
        pending.close();

        assertThat(pending.put(callRow(1, CallStatus.COMPLETED))).isFalse();
        assertThat(pending.take(10)).containsExactly(callRow(1, CallStatus.RINGING));
        pending.done();
        assertThat(pending.take(10)).isEmpty();
    }
}
