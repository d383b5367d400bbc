package org.callwright.telesign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.callwright.call.record.CallbackRecord;
import org.callwright.call.value.CallStatus;
import org.callwright.call.value.Parameter;
import org.callwright.callbacks.Courier;
import org.callwright.rounds.Bell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rounds of the courier over real transactions, with a receiver that answers when told. */
class CallbacksTest {

    private final TelesignWorld world = new TelesignWorld();
    private final List<CallbackRecord> sent = new ArrayList<>();
    private final List<CompletableFuture<Integer>> open = new ArrayList<>();
    private final CallbackRules rules = new CallbackRules(world.settings.callbacks());
    private final Courier courier = courier();

    private Courier courier() {
        return new Courier(new SettlingOutbox(world.stores.transactions(), world.settlement), callback -> {
            sent.add(callback);
            open.add(new CompletableFuture<>());
            return open.get(open.size() - 1);
        }, rules, new Bell(), world.clock);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private VoiceTransaction over(Optional<String> key) {
        VoiceTransaction placed = world.voice.place(TelesignWorld.CUSTOMER,
                TelesignWorld.order("16515551000", MessageType.ARN, Optional.of("15550002")));
        key.ifPresent(pressed -> world.pressed(placed.call().orElseThrow(), pressed));
        world.ended(placed.call().orElseThrow(), CallStatus.COMPLETED, true, Optional.empty());
        return placed;
    }

    private void answer(int status) {
        open.get(open.size() - 1).complete(status);
        courier.round();
    }

    @Test
    void endedCallShouldBeToldOnceWhen200IsTheAnswer() {
        VoiceTransaction placed = over(Optional.empty());
        assertThat(courier.round()).isEqualTo(1);
        assertThat(sent.get(0).request().target().url()).hasToString("http://app.example/done");
        answer(200);
        world.now = world.now.plusSeconds(3_600);
        assertThat(courier.round()).isZero();
        assertThat(world.stores.telesignCallback(placed.reference())).isEqualTo("delivered 1 ");
    }

    @Test
    void anythingBut200ShouldBeTriedFourTimesAfter5And10And15Seconds() {
        VoiceTransaction placed = over(Optional.empty());
        courier.round();
        int[] answers = {204, 302, 500, 404};
        for (int attempt = 1; attempt <= 3; attempt++) {
            answer(answers[attempt - 1]);
            world.now = world.now.plusMillis(5_000L * attempt - 1);
            assertThat(courier.round()).as("before pause %d is over", attempt).isZero();
            world.now = world.now.plusMillis(1);
            assertThat(courier.round()).as("after pause %d", attempt).isEqualTo(1);
        }
        answer(404);
        world.now = world.now.plusSeconds(3_600);
        assertThat(courier.round()).isZero();
        assertThat(sent).hasSize(4);
        assertThat(world.stores.telesignCallback(placed.reference())).isEqualTo("dead 4 answered with status 404");
    }

    @Test
    void callbackOfAServerThatDiedShouldBeSentByTheNextOne() {
        over(Optional.empty());
        courier.round();
        Courier afterRestart = courier();
        assertThat(afterRestart.round()).isZero();
        world.now = world.now.plus(rules.lease()).plusMillis(1);
        assertThat(afterRestart.round()).isEqualTo(1);
        assertThat(sent.get(1)).isEqualTo(sent.get(0));
    }

    @Test
    void transactionWithoutAUrlShouldNotBeTold() {
        Customer silent = new Customer("SILENT", TelesignWorld.ACME.sid(), SignedRequestTest.KEY, true,
                Optional.empty(), List.of(), List.of(), world.now, world.now);
        VoiceTransaction placed = world.voice.place(silent, TelesignWorld.order("16515551000"));
        world.ended(placed.call().orElseThrow(), CallStatus.COMPLETED, true, Optional.empty());
        assertThat(courier.round()).isZero();
        assertThat(world.stores.transactions().find(placed.reference()).orElseThrow().status())
                .isEqualTo(StatusCode.ANSWERED);
    }

    @Test
    void letterShouldSayAllAndBeSignedInBothHeaders() throws Exception {
        VoiceTransaction placed = over(Optional.of("1"));
        courier.round();
        VoiceTransaction over = world.stores.transactions().find(placed.reference()).orElseThrow();
        CallbackLetter letter = CallbackLetter.of(over, TelesignWorld.CUSTOMER, true);

        assertThat(new String(letter.body(), UTF_8)).isEqualTo(
                "{\"status\":{\"code\":100,\"description\":\"Call answered\","
                + "\"updated_on\":\"2026-11-22T00:41:31.000000Z\"},"
                + "\"submit_timestamp\":\"2026-11-22T00:41:31.000000Z\","
                + "\"errors\":[],\"reference_id\":\"" + placed.reference() + "\",\"sub_resource\":\"voice\","
                + "\"voice\":{\"user_input\":\"1\",\"caller_id\":\"15550002\"},\"external_id\":\"order 7\"}");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(SignedRequestTest.KEY), "HmacSHA256"));
        String signature = Base64.getEncoder().encodeToString(mac.doFinal(letter.body()));
        assertThat(letter.headers()).containsExactly(
                new Parameter("Authorization", "TSA " + SignedRequestTest.CUSTOMER + ":" + signature),
                new Parameter("X-TS-Authorization", signature));
        assertThat(CallbackLetter.of(over, TelesignWorld.CUSTOMER, false).headers().get(1).value())
                .isEqualTo("TSA " + SignedRequestTest.CUSTOMER + ":" + signature);
    }

    @Test
    void answersShouldHaveIntegersAndOnlyWhatThereIs() {
        VoiceTransaction placed = world.voice.place(TelesignWorld.CUSTOMER, TelesignWorld.order("16515551000"));
        assertThat(new String(TransactionText.answer(placed), UTF_8)).isEqualTo("{\"reference_id\":\""
                + placed.reference()
                + "\",\"status\":{\"code\":103,\"description\":\"Call in progress\","
                + "\"updated_on\":\"2026-11-22T00:41:31.000000Z\"}}");
        assertThat(new String(TransactionText.refusal(TelesignError.SIGNATURE, "Invalid Signature.", world.now), UTF_8))
                .isEqualTo("{\"status\":{\"code\":10008,\"description\":\"Invalid Signature.\","
                        + "\"updated_on\":\"2026-11-22T00:41:31.000000Z\"}}");
    }
}
