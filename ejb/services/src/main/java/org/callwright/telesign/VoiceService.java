package org.callwright.telesign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.callwright.call.CallEvent;
import org.callwright.call.program.VoiceMessage;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.OutboundCall;
import org.callwright.engine.CallEngine;
import org.callwright.engine.CallRefusedException;
import org.callwright.settings.Settings;
import org.callwright.settings.TelesignSettings;

/**
 * Places calls and tells how they stand. A transaction is written when its call is on its way and before the customer
 * learns of it, so that a reference that was given out is always known; a call whose transaction can't be written is
 * taken back.
 */
@ApplicationScoped
public class VoiceService {

    private static final String NOBODY = "anonymous";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final CallRules rules;
    private final TransactionStore transactions;
    private final Settlement settlement;
    private final CallEngine engine;
    private final Settings general;
    private final TelesignSettings settings;
    private final Clock clock;

    /** For the container's proxy. */
    protected VoiceService() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    public VoiceService(CallRules rules, TransactionStore transactions, Settlement settlement, CallEngine engine,
            Settings general, TelesignSettings settings) {
        this(rules, transactions, settlement, engine, general, settings, Clock.systemUTC());
    }

    public VoiceService(CallRules rules, TransactionStore transactions, Settlement settlement, CallEngine engine,
            Settings general, TelesignSettings settings, Clock clock) {
        this.rules = rules;
        this.transactions = transactions;
        this.settlement = settlement;
        this.engine = engine;
        this.general = general;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Places the call, or says at once that its number is blocked.
     *
     * @throws TelesignException when it can't or may not be placed
     */
    public VoiceTransaction place(Customer customer, VoiceOrder order) {
        Instant now = clock.instant();
        Optional<StatusCode> blocked = rules.check(customer, order, now);
        if (blocked.isPresent()) {
            VoiceTransaction refused = transaction(customer, order, Optional.empty(), blocked.get(), now);
            transactions.add(refused);
            return refused;
        }
        CallSid call = rules.paid(customer, () -> dial(customer, order));
        VoiceTransaction placed = transaction(customer, order, Optional.of(call), StatusCode.IN_PROGRESS, now);
        try {
            transactions.add(placed);
        } catch (RuntimeException e) {
            engine.post(new CallEvent.HangupRequested(call, "its transaction could not be written"));
            throw e;
        }
        return placed;
    }

    private CallSid dial(Customer customer, VoiceOrder order) {
        String trunk = general.trunk().orElseThrow(() -> {
            TelesignLog.LOG.noTrunk();
            return new TelesignException(TelesignError.UNAVAILABLE);
        });
        String number = "+" + order.callee().number();
        try {
            return engine.placeCall(new OutboundCall(customer.account(), from(customer, order), number,
                    "sip:" + number + "@" + trunk, List.of(), limited(order.message()), settings.ring(),
                    Optional.empty())).sid();
        } catch (CallRefusedException e) {
            throw new TelesignException(TelesignError.UNAVAILABLE);
        }
    }

    /** The chosen number if it is the customer's own, else the default. */
    private String from(Customer customer, VoiceOrder order) {
        return order.callerId().map(CallerIds::digits).filter(customer.callerIds()::contains)
                .or(() -> customer.callerIds().stream().findFirst())
                .map(digits -> "+" + digits)
                .or(settings::callerId)
                .orElse(NOBODY);
    }

    private VoiceMessage limited(VoiceMessage message) {
        return new VoiceMessage(message.language(), message.voice(), message.prompt(), message.text(), message.select(),
                message.repeat(), message.answers(), new VoiceMessage.Limits(settings.chances(),
                        VoiceMessage.Limits.DEFAULT.repeats(), settings.promptWait(), settings.keyWait()));
    }

    private static VoiceTransaction transaction(
            Customer customer, VoiceOrder order, Optional<CallSid> call, StatusCode status, Instant now) {
        byte[] reference = new byte[16];
        RANDOM.nextBytes(reference);
        return new VoiceTransaction(HexFormat.of().withUpperCase().formatHex(reference), customer.id(),
                customer.account(), call, order.callee().number(), order.messageType(), order.callerId(),
                order.externalId(), order.lifecycleEvent(), order.originatingIp(),
                order.callbackUrl().or(customer::callbackUrl), now, now, status, Optional.empty());
    }

    /**
     * How a transaction of this customer stands.
     *
     * @param reference in upper case
     * @throws TelesignException when there is none, or it is too old
     */
    public VoiceTransaction status(Customer customer, String reference) {
        settlement.settle(reference);
        VoiceTransaction found = transactions.find(reference)
                .filter(transaction -> transaction.customer().equals(customer.id()))
                .orElseThrow(() -> new TelesignException(TelesignError.REFERENCE_UNKNOWN));
        boolean expired = found.status().last()
                && found.updated().plus(settings.statusLife()).isBefore(clock.instant());
        if (expired) {
            throw new TelesignException(TelesignError.REFERENCE_EXPIRED);
        }
        return found;
    }
}
