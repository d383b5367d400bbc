package org.callwright.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import org.callwright.call.record.CallbackRecord;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.CallbackSid;
import org.callwright.call.value.HttpMethod;
import org.callwright.call.value.WebRequest;
import org.callwright.call.value.WebTarget;

/** Row of a callback: held for the end of its call, not delivered yet, or never to be. */
@Entity(name = "CallbackRow")
@Table(name = "callback")
class CallbackEntity {

    static final String HELD = "held";
    static final String WAITING = "waiting";
    static final String DEAD = "dead";

    @Id
    String sid;
    @Column(name = "account_sid")
    String account;
    @Column(name = "call_sid")
    String call;
    /** Of the TMS dialect whose recipient it tells of; null for all others. */
    @Column(name = "message_id")
    Long message;
    long position;
    Instant created;
    String url;
    String method;
    String parameters;
    String status;
    int attempts;
    @Column(name = "next_attempt")
    Instant nextAttempt;
    @Column(name = "last_failure")
    String lastFailure;

    static CallbackEntity of(CallbackRecord callback) {
        CallbackEntity row = new CallbackEntity();
        row.sid = callback.sid().value();
        row.account = callback.account().value();
        row.call = callback.call().value();
        row.position = callback.position();
        row.created = Columns.micros(callback.created());
        row.url = callback.request().target().url().toString();
        row.method = callback.request().target().method().name();
        row.parameters = FormText.write(callback.request().parameters(), 65_535);
        row.status = WAITING;
        row.nextAttempt = row.created;
        row.lastFailure = "";
        return row;
    }

    static CallbackEntity held(CallbackRecord callback) {
        CallbackEntity row = of(callback);
        row.status = HELD;
        return row;
    }

    CallbackRecord toValue() {
        return new CallbackRecord(new CallbackSid(sid), new AccountSid(account), new CallSid(call), created, position,
                new WebRequest(new WebTarget(URI.create(url), HttpMethod.valueOf(method)), FormText.read(parameters)));
    }
}
