package org.callwright.telesign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.callwright.telesign.TelesignWorld.CUSTOMER;
import static org.callwright.telesign.TelesignWorld.order;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.callwright.call.program.VoiceMessage;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.CallStatus;
import org.callwright.call.value.OutboundCall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VoiceServiceTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private TelesignWorld world = new TelesignWorld();

    @AfterEach
    void close() {
        world.close();
    }

    private void with(String... environment) {
        world.close();
        world = new TelesignWorld(environment);
    }

    private static void assertRefused(ThrowingCallable call, TelesignError error) {
        assertThatThrownBy(call).asInstanceOf(type(TelesignException.class))
                .extracting(TelesignException::error).isEqualTo(error);
    }

    private VoiceTransaction place(VoiceOrder order) {
        return world.voice.place(CUSTOMER, order);
    }

    private VoiceTransaction status(VoiceTransaction placed) {
        return world.voice.status(CUSTOMER, placed.reference());
    }

    @Test
    void callShouldBePlacedByTheTrunkAndItsTransactionBeInProgress() {
        VoiceTransaction placed = place(order("16515551000"));

        assertThat(placed.reference()).matches("[0-9A-F]{32}");
        assertThat(placed.status()).isEqualTo(StatusCode.IN_PROGRESS);
        assertThat(status(placed)).isEqualTo(placed);
        OutboundCall call = world.engine.placed.get(0);
        assertThat(call.account()).isEqualTo(CUSTOMER.account());
        assertThat(call.to()).isEqualTo("+16515551000");
        assertThat(call.targetUri()).isEqualTo("sip:+16515551000@trunk.example:5060");
        assertThat(call.ringTimeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(call.program()).isEqualTo(VoiceMessage.of("en-us", "woman", "Hello"));
        assertThat(place(order("16515551000")).reference()).isNotEqualTo(placed.reference());
    }

    @Test
    void timesAndChancesOfTheMessageShouldBeTheOperators() {
        with("CALLWRIGHT_TELESIGN_PROMPT_CHANCES", "3", "CALLWRIGHT_TELESIGN_PROMPT_SECONDS", "4",
                "CALLWRIGHT_TELESIGN_KEY_SECONDS", "2", "CALLWRIGHT_TELESIGN_RING_SECONDS", "7");
        place(order("16515551000"));
        assertThat(((VoiceMessage) world.engine.placed.get(0).program()).limits())
                .isEqualTo(new VoiceMessage.Limits(3, 3, Duration.ofSeconds(4), Duration.ofSeconds(2)));
        assertThat(world.engine.placed.get(0).ringTimeout()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void callerIdShouldBeTheChosenOneOnlyIfItIsTheCustomersOwn() {
        place(order("16515551000", MessageType.OTP, Optional.of("+1 555-0002")));
        place(order("16515551000", MessageType.OTP, Optional.of("15559999")));
        place(order("16515551000"));
        assertThat(world.engine.placed).extracting(OutboundCall::from)
                .containsExactly("+15550002", "+15550001", "+15550001");
    }

    @Test
    void customerWithoutANumberShouldCallWithTheOperatorsOrNone() {
        Customer without = new Customer(CUSTOMER.id(), CUSTOMER.account(), CUSTOMER.apiKey(), true, Optional.empty(),
                List.of(), List.of(), CUSTOMER.created(), CUSTOMER.updated());
        world.voice.place(without, order("16515551000"));
        assertThat(world.engine.placed.get(0).from()).isEqualTo("anonymous");
        with("CALLWRIGHT_TELESIGN_CALLER_ID", "+15557777");
        world.voice.place(without, order("16515551000"));
        assertThat(world.engine.placed.get(0).from()).isEqualTo("+15557777");
    }

    @Test
    void serverThatCanNotCallShouldSayThatItIsUnavailable() {
        world.engine.full = true;
        assertRefused(() -> place(order("16515551000")), TelesignError.UNAVAILABLE);
        with("CALLWRIGHT_TRUNK", " ");
        assertRefused(() -> place(order("16515551000")), TelesignError.UNAVAILABLE);
        assertThat(world.engine.placed).isEmpty();
    }

    // ---- whom and when

    @Test
    void numberOnThePlatformsListShouldBeBlockedWithoutACallForEverybody() {
        world.stores.customers().replaceBlocked(CustomerStore.PLATFORM, List.of("16515551000"));
        VoiceTransaction blocked = place(order("16515551000"));
        assertThat(blocked.status()).isEqualTo(StatusCode.BLOCKED_BY_PLATFORM);
        assertThat(status(blocked)).isEqualTo(blocked);
        assertThat(world.engine.placed).isEmpty();
        assertThat(world.stores.telesignCallback(blocked.reference())).startsWith("waiting");
    }

    @Test
    void numberOnTheCustomersListShouldBeBlockedForTheCustomerOnly() {
        world.stores.customers().replaceBlocked(CUSTOMER.id(), List.of("16515551000"));
        assertThat(place(order("16515551000")).status()).isEqualTo(StatusCode.BLOCKED_BY_CUSTOMER);
        world.stores.customers().replaceBlocked(CUSTOMER.id(), List.of());
        world.stores.customers().replaceBlocked("OTHER", List.of("16515551000"));
        assertThat(place(order("16515551000")).status()).isEqualTo(StatusCode.IN_PROGRESS);
    }

    @Test
    void prefixShouldBeForbiddenForItsTypesOrForAll() {
        world.stores.customers().replaceRules(List.of(new PrefixRule("8821", Optional.empty()),
                new PrefixRule("44", Optional.of(MessageType.ARN))));
        assertRefused(() -> place(order("88213456789", MessageType.OTP, Optional.empty())), TelesignError.TYPE_BLOCKED);
        assertRefused(() -> place(order("442079460000", MessageType.ARN, Optional.empty())),
                TelesignError.TYPE_BLOCKED);
        assertThat(place(order("442079460000")).status()).isEqualTo(StatusCode.IN_PROGRESS);
        assertThat(place(order("882034567", MessageType.ARN, Optional.empty())).status())
                .isEqualTo(StatusCode.IN_PROGRESS);
    }

    @Test
    void marketingShouldBeRefusedAtNightByTheCalleesClock() {
        world.now = Instant.parse("2026-11-22T16:00:00Z");
        place(order("16515551000", MessageType.MKT, Optional.empty(), NEW_YORK));
        assertRefused(() -> place(order("81312345678", MessageType.MKT, Optional.empty(), TOKYO)),
                TelesignError.TYPE_BLOCKED);
        assertRefused(() -> place(order("16515551000", MessageType.MKT, Optional.empty(), NEW_YORK, TOKYO)),
                TelesignError.TYPE_BLOCKED);
        place(order("81312345678", MessageType.OTP, Optional.empty(), TOKYO));
        place(order("81312345678", MessageType.ARN, Optional.empty(), TOKYO));
    }

    @Test
    void quietHoursShouldBeginAndEndToTheMinuteAndMayBeSwitchedOff() {
        for (Map.Entry<String, Boolean> at : Map.of("20:59:59", false, "21:00:00", true, "23:59:59", true,
                "00:00:00", true, "07:59:59", true, "08:00:00", false).entrySet()) {
            world.now = Instant.parse("2026-11-22T" + at.getKey() + "Z");
            VoiceOrder order = order("16515551000", MessageType.MKT, Optional.empty());
            if (at.getValue()) {
                assertRefused(() -> place(order), TelesignError.TYPE_BLOCKED);
            } else {
                place(order);
            }
        }
        with("CALLWRIGHT_TELESIGN_QUIET_HOURS", "none");
        world.now = Instant.parse("2026-11-22T23:00:00Z");
        place(order("16515551000", MessageType.MKT, Optional.empty()));
        with("CALLWRIGHT_TELESIGN_QUIET_HOURS", "12:00-13:00", "CALLWRIGHT_TELESIGN_QUIET_ZONE", "Asia/Tokyo");
        world.now = Instant.parse("2026-11-22T03:30:00Z");
        assertRefused(() -> place(order("16515551000", MessageType.MKT, Optional.empty())), TelesignError.TYPE_BLOCKED);
    }

    @Test
    void numberShouldBeCalledSoOftenAndNoMoreWithinTheWindow() {
        with("CALLWRIGHT_TELESIGN_DESTINATION_CALLS", "2", "CALLWRIGHT_TELESIGN_DESTINATION_SECONDS", "60");
        place(order("16515551000"));
        world.now = world.now.plusSeconds(30);
        place(order("16515551000"));
        assertRefused(() -> place(order("16515551000")), TelesignError.HARD_CAP);
        place(order("16515551001"));
        world.now = world.now.plusSeconds(31);
        place(order("16515551000"));
        assertRefused(() -> place(order("16515551000")), TelesignError.HARD_CAP);
    }

    // ---- how it ended

    private StatusCode after(CallStatus status, boolean answered, Integer sipStatus) {
        VoiceTransaction placed = place(order("1651555" + (1000 + world.engine.placed.size())));
        world.ended(placed.call().orElseThrow(), status, answered, Optional.ofNullable(sipStatus));
        return status(placed).status();
    }

    @Test
    void endsOfCallsShouldLeadToTheDialectsStatuses() {
        with("CALLWRIGHT_TELESIGN_DESTINATION_CALLS", "0");
        assertThat(after(CallStatus.COMPLETED, true, null)).isEqualTo(StatusCode.ANSWERED);
        assertThat(after(CallStatus.FAILED, true, null)).isEqualTo(StatusCode.FAILED);
        assertThat(after(CallStatus.NO_ANSWER, false, null)).isEqualTo(StatusCode.NOT_ANSWERED);
        for (int sip : new int[] {408, 480, 487, 603}) {
            assertThat(after(CallStatus.BUSY, false, sip)).as("SIP %d", sip).isEqualTo(StatusCode.NOT_ANSWERED);
        }
        for (int sip : new int[] {404, 410, 484, 485, 604}) {
            assertThat(after(CallStatus.FAILED, false, sip)).as("SIP %d", sip).isEqualTo(StatusCode.WRONG_NUMBER);
        }
        for (int sip : new int[] {486, 600}) {
            assertThat(after(CallStatus.BUSY, false, sip)).as("SIP %d", sip).isEqualTo(StatusCode.BUSY);
        }
        for (int sip : new int[] {400, 403, 488, 500, 503, 606}) {
            assertThat(after(CallStatus.FAILED, false, sip)).as("SIP %d", sip).isEqualTo(StatusCode.FAILED);
        }
        assertThat(after(CallStatus.FAILED, false, null)).isEqualTo(StatusCode.FAILED);
        assertThat(after(CallStatus.CANCELED, false, null)).isEqualTo(StatusCode.CANCELED);
    }

    @Test
    void callThatRunsShouldStayInProgress() {
        VoiceTransaction placed = place(order("16515551000"));
        world.ended(placed.call().orElseThrow(), CallStatus.RINGING, false, Optional.empty());
        assertThat(status(placed).status()).isEqualTo(StatusCode.IN_PROGRESS);
        world.ended(placed.call().orElseThrow(), CallStatus.IN_PROGRESS, true, Optional.empty());
        assertThat(status(placed).status()).isEqualTo(StatusCode.IN_PROGRESS);
    }

    @Test
    void lastKeyShouldBeTheUsersInput() {
        VoiceTransaction placed = place(order("16515551000"));
        CallSid call = placed.call().orElseThrow();
        world.pressed(call, "3");
        world.pressed(call, "1");
        assertThat(status(placed).userInput()).isEmpty();
        world.now = world.now.plusSeconds(20);
        world.ended(call, CallStatus.COMPLETED, true, Optional.empty());
        assertThat(status(placed).userInput()).contains("1");
        assertThat(status(placed).updated()).isEqualTo(world.now);
    }

    @Test
    void messageThatNobodyHeardShouldBeAFailure() {
        VoiceTransaction placed = place(order("16515551000"));
        world.unheard(placed.call().orElseThrow());
        world.ended(placed.call().orElseThrow(), CallStatus.COMPLETED, true, Optional.empty());
        assertThat(status(placed).status()).isEqualTo(StatusCode.FAILED);
    }

    @Test
    void finalStatusShouldNotChangeAgain() {
        VoiceTransaction placed = place(order("16515551000"));
        world.ended(placed.call().orElseThrow(), CallStatus.COMPLETED, true, Optional.empty());
        status(placed);
        world.ended(placed.call().orElseThrow(), CallStatus.FAILED, false, Optional.of(486));
        world.settlement.settle();
        assertThat(status(placed).status()).isEqualTo(StatusCode.ANSWERED);
    }

    @Test
    void callThatLeftNoRecordShouldFailWhenNobodyRunsIt() {
        VoiceTransaction running = place(order("16515551000"));
        VoiceTransaction lost = place(order("16515551001"));
        world.engine.running.remove(lost.call().orElseThrow());
        world.now = world.now.plusSeconds(119);
        world.settlement.settle();
        assertThat(status(lost).status()).isEqualTo(StatusCode.IN_PROGRESS);
        world.now = world.now.plusSeconds(2);
        world.settlement.settle();
        assertThat(status(lost).status()).isEqualTo(StatusCode.FAILED);
        assertThat(status(running).status()).isEqualTo(StatusCode.IN_PROGRESS);
    }

    // ---- asking

    @Test
    void statusShouldBeThereForItsCustomerForHalfADay() {
        VoiceTransaction placed = place(order("16515551000"));
        Customer stranger = new Customer("STRANGER", CUSTOMER.account(), CUSTOMER.apiKey(), true, Optional.empty(),
                List.of(), List.of(), CUSTOMER.created(), CUSTOMER.updated());
        assertRefused(() -> world.voice.status(stranger, placed.reference()), TelesignError.REFERENCE_UNKNOWN);
        assertRefused(() -> world.voice.status(CUSTOMER, "0".repeat(32)), TelesignError.REFERENCE_UNKNOWN);

        world.ended(placed.call().orElseThrow(), CallStatus.COMPLETED, true, Optional.empty());
        world.now = world.now.plus(Duration.ofHours(12));
        status(placed);
        world.now = world.now.plusSeconds(1);
        assertRefused(() -> status(placed), TelesignError.REFERENCE_EXPIRED);
    }

    @Test
    void oldTransactionsShouldBeForgottenButNotTheirCallbacks() {
        VoiceTransaction told = place(order("16515551000"));
        VoiceTransaction untold = place(order("16515551001"));
        for (VoiceTransaction one : List.of(told, untold)) {
            world.ended(one.call().orElseThrow(), CallStatus.COMPLETED, true, Optional.empty());
        }
        world.settlement.settle();
        world.stores.transactions().due(world.now, 10).stream()
                .filter(due -> due.callback().sid().value().equalsIgnoreCase("CB" + told.reference()))
                .forEach(due -> world.stores.transactions().delivered(due.callback().sid()));
        assertThat(world.stores.transactions().forget(world.now)).isZero();
        assertThat(world.stores.transactions().forget(world.now.plusSeconds(1))).isEqualTo(1);
        assertThat(world.stores.transactions().find(told.reference())).isEmpty();
        assertThat(world.stores.transactions().find(untold.reference())).isPresent();
    }

    @Test
    void urlOfTheRequestShouldGoBeforeTheCustomersOwn() {
        assertThat(place(order("16515551000")).callbackUrl()).contains(URI.create("http://app.example/done"));
        VoiceOrder order = order("16515551001");
        VoiceOrder withUrl = new VoiceOrder(order.callee(), order.message(), order.messageType(), order.callerId(),
                Optional.of(URI.create("http://other.example/")), order.externalId(), order.lifecycleEvent(),
                order.originatingIp());
        VoiceTransaction placed = place(withUrl);
        assertThat(world.stores.transactions().find(placed.reference())).contains(placed);
        assertThat(placed.callbackUrl()).contains(URI.create("http://other.example/"));
    }
}
