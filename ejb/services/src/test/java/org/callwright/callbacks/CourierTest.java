package org.callwright.callbacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.callwright.engine.Eventually.eventually;
import static org.callwright.records.SampleRecords.ACME;
import static org.callwright.records.SampleRecords.NOON;
import static org.callwright.records.SampleRecords.callSid;
import static org.callwright.records.SampleRecords.hex;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.callwright.call.Effect;
import org.callwright.call.record.CallbackRecord;
import org.callwright.call.value.CallbackSid;
import org.callwright.call.value.FetchFailure;
import org.callwright.call.value.HttpMethod;
import org.callwright.call.value.Parameter;
import org.callwright.call.value.WebRequest;
import org.callwright.call.value.WebTarget;
import org.callwright.engine.port.RecordStore;
import org.callwright.engine.port.WebhookException;
import org.callwright.persistence.TestDatabase;
import org.callwright.persistence.TestStores;
import org.callwright.recordings.RecordingFiles;
import org.callwright.rounds.Bell;
import org.callwright.settings.CallbackSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rounds of the courier, with the outbox in a real database, a stepped clock and a receiver that answers when told. */
class CourierTest {

    private static final CallbackSettings SETTINGS = CallbackSettings.fromEnvironment(Map.of(
            "CALLWRIGHT_CALLBACK_ATTEMPTS", "3", "CALLWRIGHT_CALLBACK_RETRY_MS", "1000",
            "CALLWRIGHT_CALLBACK_IN_FLIGHT", "4"));

    private final TestDatabase database = new TestDatabase();
    private final TestStores stores = new TestStores(database);
    private final RecordStore records = stores.records(new RecordingFiles(Path.of("unused")));
    private final Map<CallbackRecord, CompletableFuture<Integer>> open = new LinkedHashMap<>();
    private final List<CallbackRecord> sent = new CopyOnWriteArrayList<>();
    private Instant now = NOON;
    private final Courier courier = courier();

    private Courier courier() {
        InstantSource time = () -> now;
        return new Courier(stores.outbox(), this::send, DeliveryRules.of(SETTINGS), new Bell(),
                time.withZone(ZoneOffset.UTC));
    }

    private CompletionStage<Integer> send(CallbackRecord callback) {
        sent.add(callback);
        CompletableFuture<Integer> answer = new CompletableFuture<>();
        open.put(callback, answer);
        return answer;
    }

    @AfterEach
    void close() {
        database.close();
    }

    private CallbackRecord queue(int call, int position) {
        WebRequest request = new WebRequest(new WebTarget(URI.create("http://app.example/status?a=1"), HttpMethod.POST),
                List.of(new Parameter("CallStatus", "ringing"), new Parameter("From", "+1 & ä")));
        CallbackRecord callback = new CallbackRecord(new CallbackSid("CB" + hex(100 * call + position)), ACME,
                callSid(call), NOON, position, request);
        records.write(new Effect.QueueCallback(callback));
        return callback;
    }

    private void answer(CallbackRecord callback, int status) {
        open.remove(callback).complete(status);
        courier.round();
    }

    @Test
    void callbacksOfACallShouldArriveOneAfterTheOther() {
        CallbackRecord second = queue(1, 7);
        CallbackRecord first = queue(1, 5);
        CallbackRecord other = queue(2, 1);

        courier.round();
        assertThat(sent).containsExactlyInAnyOrder(first, other);
        answer(first, 204);
        assertThat(sent).hasSize(3).endsWith(second);
        answer(second, 200);
        answer(other, 200);
        assertThat(stores.outbox().due(now.plus(Duration.ofDays(1)), 10)).isEmpty();
    }

    @Test
    void anOutcomeShouldNotBeLostWhileTheDatabaseIsAway() {
        CallbackRecord callback = queue(1, 1);
        courier.round();
        database.goAway();
        open.remove(callback).complete(200);
        assertThatThrownBy(courier::round).isInstanceOf(IllegalStateException.class);

        database.comeBack();
        now = now.plus(Duration.ofDays(1));
        assertThat(courier.round()).isZero();
        assertThat(sent).containsExactly(callback);
    }

    @Test
    void callbacksThatWereGivenUpShouldGoAfterTheirTime() {
        CallbackRecord dead = queue(1, 1);
        CallbackRecord waiting = queue(2, 1);
        stores.outbox().giveUp(dead.sid(), "nobody there");
        Clock day30 = Clock.fixed(NOON.plus(Duration.ofDays(30)), ZoneOffset.UTC);

        assertThat(CallbackPurge.purge(stores.oldCallbacks(), SETTINGS, day30)).isZero();
        assertThat(CallbackPurge.purge(stores.oldCallbacks(), SETTINGS, Clock.offset(day30, Duration.ofSeconds(1)))).isEqualTo(1);
        assertThat(stores.deadCallbacks()).isEmpty();
        assertThat(stores.outbox().due(now.plus(Duration.ofDays(99)), 10)).extracting(CallbackOutbox.Due::callback)
                .containsExactly(waiting);
    }

    @Test
    void manyCallbacksShouldGoInBatches() {
        for (int number = 0; number < 1_203; number++) {
            stores.outbox().giveUp(queue(1, number).sid(), "nobody there");
        }
        Clock later = Clock.fixed(NOON.plus(Duration.ofDays(31)), ZoneOffset.UTC);
        assertThat(stores.oldCallbacks().purge(later.instant(), CallbackPurge.BATCH)).isEqualTo(CallbackPurge.BATCH);
        assertThat(CallbackPurge.purge(stores.oldCallbacks(), SETTINGS, later)).isEqualTo(1_203 - CallbackPurge.BATCH);
    }

    @Test
    void aRefusedCallbackShouldBeTriedAgainAfterGrowingPausesAndKeepTheOthersWaiting() {
        CallbackRecord first = queue(1, 1);
        CallbackRecord second = queue(1, 2);
        courier.round();
        answer(first, 500);
        assertThat(sent).hasSize(1);
        now = now.plusMillis(999);
        assertThat(courier.round()).isZero();
        now = now.plusMillis(1);
        assertThat(courier.round()).isEqualTo(1);
        open.remove(first).completeExceptionally(new WebhookException(FetchFailure.TIMEOUT, "too slow"));
        courier.round();
        now = now.plusMillis(1_999);
        assertThat(courier.round()).isZero();
        now = now.plusMillis(1);
        courier.round();
        answer(first, 200);
        assertThat(sent).containsExactly(first, first, first, second);
    }

    @Test
    void aCallbackThatNeverArrivesShouldBeMarkedDeadAndLetTheOthersGoOn() {
        CallbackRecord first = queue(1, 1);
        CallbackRecord second = queue(1, 2);
        for (int attempt = 0; attempt < 3; attempt++) {
            courier.round();
            answer(first, 404);
            now = now.plusSeconds(60);
        }
        assertThat(stores.deadCallbacks()).containsExactly(first.sid() + " answered with status 404");
        courier.round();
        assertThat(sent).endsWith(second);
    }

    @Test
    void aCallbackOfAServerThatDiedShouldBeSentAgainWithTheSameSidWhenItsLeaseIsOver() {
        CallbackRecord callback = queue(1, 1);
        courier.round();

        Courier afterRestart = courier();
        assertThat(afterRestart.round()).isZero();
        now = now.plus(SETTINGS.lease()).plusMillis(1);
        assertThat(afterRestart.round()).isEqualTo(1);
        assertThat(sent).containsExactly(callback, callback);
    }

    @Test
    void twoServersShouldNotSendTheSameCallback() {
        queue(1, 1);
        CallbackOutbox.Due seen = stores.outbox().due(now, 1).get(0);
        assertThat(stores.outbox().claim(seen, now.plusSeconds(10))).isTrue();
        assertThat(stores.outbox().claim(seen, now.plusSeconds(10))).isFalse();
    }

    @Test
    void noMoreThanTheLimitShouldBeUnderWay() {
        for (int call = 1; call <= 6; call++) {
            queue(call, 1);
        }
        assertThat(courier.round()).isEqualTo(4);
        assertThat(courier.round()).isZero();
        answer(sent.get(0), 200);
        assertThat(sent).hasSize(5);
    }

    @Test
    void theThreadShouldSendWhatComesAndEndWhenClosed() throws InterruptedException {
        queue(1, 1);
        AtomicReference<Thread> thread = new AtomicReference<>();
        courier.startOn(work -> {
            thread.set(new Thread(work));
            return thread.get();
        }, "courier");
        eventually("the callback is sent", () -> sent.size() == 1);
        courier.close();
        thread.get().join(10_000);
        assertThat(thread.get().isAlive()).isFalse();
    }

    @Test
    void pausesShouldDoubleUpToTheLongest() {
        CallbackSettings defaults = CallbackSettings.fromEnvironment(Map.of());
        assertThat(defaults.pauseAfter(1)).isEqualTo(Duration.ofSeconds(2));
        assertThat(defaults.pauseAfter(4)).isEqualTo(Duration.ofSeconds(16));
        assertThat(defaults.pauseAfter(40)).isEqualTo(Duration.ofMinutes(10));
    }
}
