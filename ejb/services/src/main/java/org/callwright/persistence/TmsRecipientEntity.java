package org.callwright.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.CallSid;
import org.callwright.tms.Attempt;
import org.callwright.tms.ChunkStore;
import org.callwright.tms.Detail;
import org.callwright.tms.Recipient;
import org.callwright.tms.RecipientStatus;

/** Row of a recipient of a message. */
@Entity(name = "TmsRecipientRow")
@Table(name = "tms_recipient")
class TmsRecipientEntity {

    static final String NEW = RecipientStatus.NEW.wireName();
    static final String SENDING = RecipientStatus.SENDING.wireName();

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tms_recipient_id")
    @SequenceGenerator(name = "tms_recipient_id", sequenceName = "tms_recipient_id", allocationSize = 500)
    Long id;
    @Column(name = "message_id")
    long message;
    @Column(name = "account_sid")
    String account;
    String phone;
    @Column(name = "phone_key")
    String phoneKey;
    String formatted;
    String status;
    String detail;
    int attempts;
    @Column(name = "next_call")
    Instant nextCall;
    @Column(name = "call_sid")
    String call;
    Instant claimed;
    Instant created;
    Instant sent;
    Instant completed;
    String error;

    static TmsRecipientEntity of(TmsMessageEntity message, ChunkStore.Entry entry, Instant now) {
        TmsRecipientEntity row = new TmsRecipientEntity();
        row.message = message.id;
        row.account = message.account;
        row.phone = Columns.fit(entry.phone(), 256);
        row.phoneKey = phoneKey(entry);
        row.formatted = entry.number().orElse(null);
        row.status = entry.status().wireName();
        row.created = Columns.micros(now);
        row.error = Columns.fit(entry.error(), 512);
        if (entry.status().last()) {
            row.completed = row.created;
            row.detail = entry.status() == RecipientStatus.FAILED ? Detail.COULD_NOT_CONNECT.wireName() : null;
        } else {
            row.nextCall = row.created;
        }
        return row;
    }

    static String phoneKey(ChunkStore.Entry entry) {
        return Columns.fit(entry.key(), 256);
    }

    Recipient toValue() {
        return new Recipient(id, message, phone, Optional.ofNullable(formatted), status(status),
                Optional.ofNullable(detail).map(TmsRecipientEntity::detail), attempts, created,
                Optional.ofNullable(sent), Optional.ofNullable(completed), Optional.ofNullable(error));
    }

    Attempt toAttempt() {
        return new Attempt(id, message, new AccountSid(account), new CallSid(call));
    }

    static RecipientStatus status(String wireName) {
        return RecipientStatus.valueOf(wireName.toUpperCase(Locale.ROOT));
    }

    static Detail detail(String wireName) {
        return Detail.valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
