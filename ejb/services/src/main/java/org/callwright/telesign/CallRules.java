package org.callwright.telesign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.callwright.call.program.VoiceMessage;
import org.callwright.settings.TelesignSettings;

/** Whom customers may call, with what, when, and how often. */
@ApplicationScoped
public class CallRules {

    private final CustomerStore customers;
    private final TransactionStore transactions;
    private final TelesignSettings settings;

    /** For the container's proxy. */
    protected CallRules() {
        this(null, null, null);
    }

    @Inject
    public CallRules(CustomerStore customers, TransactionStore transactions, TelesignSettings settings) {
        this.customers = customers;
        this.transactions = transactions;
        this.settings = settings;
    }

    /**
     * Checks a call.
     *
     * @return the status that a blocked number leads to; empty when the call may be placed
     * @throws TelesignException when the customer's terms, the texts, or the type there or now do not allow it, or the
     *     number was called often enough
     */
    Optional<StatusCode> check(Customer customer, VoiceOrder order, Instant now) {
        checkTerms(customer.terms(), order);
        if (speaksBlockedText(order.message())) {
            throw new TelesignException(TelesignError.CONTENT_BLOCKED);
        }
        Callee callee = order.callee();
        MessageType type = order.messageType();
        boolean forbidden = customers.rules().stream().anyMatch(rule -> rule.forbids(callee.number(), type));
        if (forbidden || type == MessageType.MKT && quiet(callee, now)) {
            throw new TelesignException(TelesignError.TYPE_BLOCKED);
        }
        if (customers.blocked(CustomerStore.PLATFORM, callee.number())) {
            return Optional.of(StatusCode.BLOCKED_BY_PLATFORM);
        }
        if (customers.blocked(customer.id(), callee.number())) {
            return Optional.of(StatusCode.BLOCKED_BY_CUSTOMER);
        }
        Duration window = settings.destinationWindow();
        if (settings.destinationCalls() > 0
                && transactions.callsTo(callee.number(), now.minus(window)) >= settings.destinationCalls()) {
            throw TelesignException.until(TelesignError.HARD_CAP, window);
        }
        return Optional.empty();
    }

    /**
     * Places a call on one that is prepaid, if the customer is.
     *
     * @throws TelesignException when none is left
     */
    <T> T paid(Customer customer, Supplier<T> call) {
        if (customer.terms().prepaidCalls() == 0) {
            return call.get();
        }
        if (!customers.takePrepaid(customer.id())) {
            throw new TelesignException(TelesignError.INSUFFICIENT_FUNDS);
        }
        try {
            return call.get();
        } catch (RuntimeException e) {
            customers.giveBackPrepaid(customer.id());
            throw e;
        }
    }

    private static void checkTerms(Terms terms, VoiceOrder order) {
        VoiceMessage message = order.message();
        boolean menu = message.prompt().isPresent() || message.repeat().isPresent() || !message.select().isEmpty();
        if (menu && !terms.menus()) {
            throw new TelesignException(TelesignError.FEATURE_NOT_ENABLED);
        }
        if (order.callbackUrl().filter(url -> !Terms.allows(terms.callbackHosts(), url.getHost())).isPresent()) {
            throw new TelesignException(TelesignError.CALLBACK_HOST);
        }
        if (terms.trial() && !terms.verifiedNumbers().contains(order.callee().number())) {
            throw new TelesignException(TelesignError.UNVERIFIED_NUMBER);
        }
    }

    private boolean speaksBlockedText(VoiceMessage message) {
        List<String> blocked = customers.blockedTexts();
        return !blocked.isEmpty() && texts(message).map(text -> text.toLowerCase(Locale.ROOT))
                .anyMatch(text -> blocked.stream().anyMatch(part -> text.contains(part.toLowerCase(Locale.ROOT))));
    }

    private static Stream<String> texts(VoiceMessage message) {
        return Stream.of(
                        Stream.of(message.text()),
                        message.prompt().stream().map(VoiceMessage.Prompt::text),
                        message.repeat().stream().flatMap(repeat -> repeat.text().stream()),
                        message.answers().stream().map(VoiceMessage.Answer::text))
                .flatMap(Function.identity());
    }

    /** Whether it is night by any clock that the callee may live by. */
    private boolean quiet(Callee callee, Instant now) {
        List<ZoneId> zones = callee.zones().isEmpty() ? List.of(settings.quietZone()) : callee.zones();
        return settings.quietHours()
                .filter(quiet -> zones.stream().anyMatch(zone -> quiet.contains(LocalTime.ofInstant(now, zone))))
                .isPresent();
    }
}
