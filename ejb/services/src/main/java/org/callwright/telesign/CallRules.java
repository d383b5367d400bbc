package org.callwright.telesign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.callwright.settings.TelesignSettings;

/** Whom customers may call, when, and how often. */
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
     * @throws TelesignException when the type is not allowed there or now, or the number was called often enough
     */
    Optional<StatusCode> check(Customer customer, Callee callee, MessageType type, Instant now) {
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

    /** Whether it is night by any clock that the callee may live by. */
    private boolean quiet(Callee callee, Instant now) {
        List<ZoneId> zones = callee.zones().isEmpty() ? List.of(settings.quietZone()) : callee.zones();
        return settings.quietHours()
                .filter(quiet -> zones.stream().anyMatch(zone -> quiet.contains(LocalTime.ofInstant(now, zone))))
                .isPresent();
    }
}
