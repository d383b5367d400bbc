package org.callwright.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.callwright.call.record.CallbackRecord;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.CallbackSid;
import org.callwright.call.value.HttpMethod;
import org.callwright.call.value.WebRequest;
import org.callwright.call.value.WebTarget;
import org.callwright.telesign.MessageType;
import org.callwright.telesign.StatusCode;
import org.callwright.telesign.VoiceTransaction;

/** Row of a transaction, and of its callback. */
@Entity(name = "TelesignTransactionRow")
@Table(name = "telesign_transaction")
class TelesignTransactionEntity {

    /** No callback, or not yet. */
    static final String NONE = "none";
    static final String WAITING = "waiting";
    static final String DELIVERED = "delivered";
    static final String DEAD = "dead";

    @Id
    @Column(name = "reference_id")
    String reference;
    @Column(name = "customer_id")
    String customer;
    @Column(name = "account_sid")
    String account;
    @Column(name = "call_sid")
    String call;
    @Column(name = "phone_number")
    String number;
    @Column(name = "message_type")
    String messageType;
    @Column(name = "caller_id")
    String callerId;
    @Column(name = "external_id")
    String externalId;
    @Column(name = "lifecycle_event")
    String lifecycleEvent;
    @Column(name = "originating_ip")
    String originatingIp;
    @Column(name = "callback_url")
    String callbackUrl;
    Instant submitted;
    Instant updated;
    int code;
    @Column(name = "user_input")
    String userInput;
    @Column(name = "callback_status")
    String callbackStatus;
    @Column(name = "callback_attempts")
    int callbackAttempts;
    @Column(name = "callback_next")
    Instant callbackNext;
    @Column(name = "callback_failure")
    String callbackFailure;

    static TelesignTransactionEntity of(VoiceTransaction transaction) {
        TelesignTransactionEntity row = new TelesignTransactionEntity();
        row.reference = transaction.reference();
        row.customer = transaction.customer();
        row.account = transaction.account().value();
        row.call = transaction.call().map(CallSid::value).orElse(null);
        row.number = transaction.number();
        row.messageType = transaction.messageType().name();
        row.callerId = Columns.fit(transaction.callerId(), 64);
        row.externalId = Columns.fit(transaction.externalId(), 100);
        row.lifecycleEvent = transaction.lifecycleEvent().orElse(null);
        row.originatingIp = Columns.fit(transaction.originatingIp(), 64);
        row.callbackUrl = transaction.callbackUrl().map(URI::toString).orElse(null);
        row.submitted = Columns.micros(transaction.submitted());
        row.updated = Columns.micros(transaction.updated());
        row.code = transaction.status().code();
        row.userInput = transaction.userInput().orElse(null);
        row.callbackStatus = transaction.status().last() && row.callbackUrl != null ? WAITING : NONE;
        row.callbackNext = row.updated;
        row.callbackFailure = "";
        return row;
    }

    VoiceTransaction toValue() {
        return new VoiceTransaction(reference, customer, new AccountSid(account),
                Optional.ofNullable(call).map(CallSid::new), number, MessageType.valueOf(messageType),
                Optional.ofNullable(callerId), Optional.ofNullable(externalId),
                Optional.ofNullable(lifecycleEvent), Optional.ofNullable(originatingIp),
                Optional.ofNullable(callbackUrl).map(URI::create), submitted, updated, StatusCode.of(code),
                Optional.ofNullable(userInput));
    }

    /** Its one callback; the SID is made of the reference. */
    CallbackRecord toCallback() {
        String hex = reference.toLowerCase(Locale.ROOT);
        return new CallbackRecord(new CallbackSid("CB" + hex), new AccountSid(account),
                new CallSid(call == null ? "CA" + hex : call), submitted, 1,
                new WebRequest(new WebTarget(URI.create(callbackUrl), HttpMethod.POST), List.of()));
    }
}
