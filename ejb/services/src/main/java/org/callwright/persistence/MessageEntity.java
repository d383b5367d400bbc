package org.callwright.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.callwright.call.record.MessageRecord;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.CallSid;

/** Row of what a callee made of a message; one for a call. */
@Entity(name = "MessageRow")
@Table(name = "message_record")
class MessageEntity {

    @Id
    String sid;
    @Column(name = "call_sid")
    String call;
    @Column(name = "account_sid")
    String account;
    Instant updated;
    boolean unheard;
    @Column(name = "last_key")
    String lastKey;
    String reason;

    static MessageEntity of(MessageRecord message) {
        MessageEntity row = new MessageEntity();
        row.sid = sid(message);
        row.call = message.call().value();
        row.account = message.account().value();
        row.updated = Columns.micros(message.updated());
        row.unheard = message.unheard();
        row.lastKey = message.lastKey().orElse(null);
        row.reason = Columns.fit(message.reason(), 255);
        return row;
    }

    /** A name of its own for the row, other than the call's. */
    static String sid(MessageRecord message) {
        return "message " + message.call().value();
    }

    MessageRecord toValue() {
        return new MessageRecord(
                new CallSid(call), new AccountSid(account), updated, unheard, Optional.ofNullable(lastKey),
                reason);
    }
}
