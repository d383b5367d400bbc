package org.callwright.telesign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.callwright.call.program.VoiceMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TermsTest {

    private static final String NUMBER = "16515551000";
    private static final VoiceMessage PLAIN = VoiceMessage.of("en-us", "woman", "Hello");

    private final TelesignWorld world = new TelesignWorld();

    @AfterEach
    void close() {
        world.close();
    }

    private static VoiceOrder order(VoiceMessage message, Optional<URI> callbackUrl) {
        return new VoiceOrder(new Callee(NUMBER, List.of()), message, MessageType.OTP, Optional.empty(), callbackUrl,
                Optional.empty(), Optional.empty(), Optional.empty());
    }

    private VoiceTransaction place(Terms terms, VoiceOrder order) {
        Customer customer = TelesignWorld.customer(terms);
        world.stores.customers().save(customer);
        assertThat(world.stores.customers().customer(customer.id())).contains(customer);
        return world.voice.place(customer, order);
    }

    private void assertRefused(Terms terms, VoiceOrder order, TelesignError error) {
        int placed = world.engine.placed.size();
        assertThatThrownBy(() -> place(terms, order)).isInstanceOfSatisfying(TelesignException.class,
                refusal -> assertThat(refusal.error()).isEqualTo(error));
        assertThat(world.engine.placed).hasSize(placed);
    }

    @Test
    void customerWithoutMenusShouldNotAskForDigits() {
        Terms terms = new Terms(false, false, List.of(), 0, List.of(), List.of());
        VoiceMessage.Prompt prompt = new VoiceMessage.Prompt("Press 1", "1");
        VoiceMessage.Repeat repeat = new VoiceMessage.Repeat("2", Optional.empty());
        for (VoiceMessage menu : List.of(with(Optional.of(prompt), "", Optional.empty()),
                with(Optional.empty(), "3", Optional.empty()), with(Optional.empty(), "", Optional.of(repeat)))) {
            assertRefused(terms, order(menu, Optional.empty()), TelesignError.FEATURE_NOT_ENABLED);
            place(Terms.USUAL, order(menu, Optional.empty()));
        }
        place(terms, order(PLAIN, Optional.empty()));
    }

    private static VoiceMessage with(
            Optional<VoiceMessage.Prompt> prompt, String select, Optional<VoiceMessage.Repeat> repeat) {
        return new VoiceMessage("en-us", "woman", prompt, "Hello", select, repeat, List.of(),
                VoiceMessage.Limits.DEFAULT);
    }

    @Test
    void customerOnTrialShouldCallVerifiedNumbersOnly() {
        assertRefused(new Terms(true, true, List.of("16515559999"), 0, List.of(), List.of()),
                order(PLAIN, Optional.empty()), TelesignError.UNVERIFIED_NUMBER);
        place(new Terms(true, true, List.of("16515559999", NUMBER), 0, List.of(), List.of()),
                order(PLAIN, Optional.empty()));
    }

    @Test
    void callbacksShouldGoToTheCustomersHostsOnly() {
        Terms terms = new Terms(true, false, List.of(), 0, List.of(), List.of("app.example.com"));
        assertRefused(terms, order(PLAIN, Optional.of(URI.create("https://thief.example.com/x"))),
                TelesignError.CALLBACK_HOST);
        place(terms, order(PLAIN, Optional.of(URI.create("https://App.Example.com:8443/x"))));
        place(terms, order(PLAIN, Optional.empty()));
    }

    @Test
    void prepaidCallsShouldBeUsedUpAndAnotherLimitShouldCountThemAll() {
        Terms two = new Terms(true, false, List.of(), 2, List.of(), List.of());
        place(two, order(PLAIN, Optional.empty()));
        place(two, order(PLAIN, Optional.empty()));
        assertRefused(two, order(PLAIN, Optional.empty()), TelesignError.INSUFFICIENT_FUNDS);
        Terms three = new Terms(true, false, List.of(), 3, List.of(), List.of());
        place(three, order(PLAIN, Optional.empty()));
        assertRefused(three, order(PLAIN, Optional.empty()), TelesignError.INSUFFICIENT_FUNDS);
    }

    @Test
    void callThatCouldNotBePlacedShouldNotBePaidFor() {
        Terms one = new Terms(true, false, List.of(), 1, List.of(), List.of());
        world.engine.full = true;
        assertRefused(one, order(PLAIN, Optional.empty()), TelesignError.UNAVAILABLE);
        world.engine.full = false;
        place(one, order(PLAIN, Optional.empty()));
        assertRefused(one, order(PLAIN, Optional.empty()), TelesignError.INSUFFICIENT_FUNDS);
    }

    @Test
    void blockedTextShouldBeRefusedInAnyOfTheMessagesTexts() {
        world.stores.customers().replaceBlockedTexts(List.of("Free Money", "lottery"));
        assertThat(world.stores.customers().blockedTexts()).containsExactlyInAnyOrder("Free Money", "lottery");
        VoiceMessage menu = new VoiceMessage("en-us", "woman", Optional.empty(), "Hello", "1", Optional.empty(),
                List.of(new VoiceMessage.Answer("1", "you won the LOTTERY")), VoiceMessage.Limits.DEFAULT);
        assertRefused(Terms.USUAL, order(VoiceMessage.of("en-us", "woman", "get free money now"), Optional.empty()),
                TelesignError.CONTENT_BLOCKED);
        assertRefused(Terms.USUAL, order(with(Optional.of(new VoiceMessage.Prompt("lottery", "1")), "",
                Optional.empty()), Optional.empty()), TelesignError.CONTENT_BLOCKED);
        assertRefused(Terms.USUAL, order(with(Optional.empty(), "",
                Optional.of(new VoiceMessage.Repeat("1", Optional.of("Lottery again")))), Optional.empty()),
                TelesignError.CONTENT_BLOCKED);
        assertRefused(Terms.USUAL, order(menu, Optional.empty()), TelesignError.CONTENT_BLOCKED);
        place(Terms.USUAL, order(PLAIN, Optional.empty()));
        world.stores.customers().replaceBlockedTexts(List.of());
        place(Terms.USUAL, order(menu, Optional.empty()));
    }
}
