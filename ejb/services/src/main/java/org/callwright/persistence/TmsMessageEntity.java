package org.callwright.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.callwright.call.value.AccountSid;
import org.callwright.tms.Content;
import org.callwright.tms.MessageOrder;
import org.callwright.tms.MessageStatus;
import org.callwright.tms.TmsMessage;

/** Row of a message to many recipients. */
@Entity(name = "TmsMessageRow")
@Table(name = "tms_message")
class TmsMessageEntity {

    static final String NEW = MessageStatus.NEW.wireName();
    static final String QUEUED = MessageStatus.QUEUED.wireName();
    static final String SENDING = MessageStatus.SENDING.wireName();
    static final String COMPLETED = MessageStatus.COMPLETED.wireName();
    /** Of a row that the clean-up is at: nobody sees it any more. */
    static final String REMOVED = "removed";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;
    @Column(name = "account_sid")
    String account;
    @Column(name = "play_url")
    String playUrl;
    @Column(name = "say_text")
    String sayText;
    @Column(name = "from_number")
    String fromNumber;
    @Column(name = "max_retries")
    int retries;
    @Column(name = "retry_seconds")
    int retrySeconds;
    String status;
    boolean canceled;
    Instant created;
    Instant expires;
    Instant completed;

    static TmsMessageEntity of(MessageOrder order, Optional<String> fromNumber, Instant now, Instant expires) {
        TmsMessageEntity row = new TmsMessageEntity();
        row.account = order.account().value();
        if (order.content() instanceof Content.Play play) {
            row.playUrl = play.url().toString();
        } else {
            row.sayText = Columns.fit(((Content.Say) order.content()).text(), 8_192);
        }
        row.fromNumber = Columns.fit(fromNumber, 64);
        row.retries = order.retries();
        row.retrySeconds = (int) order.retryDelay().toSeconds();
        row.status = NEW;
        row.created = Columns.micros(now);
        row.expires = Columns.micros(expires);
        return row;
    }

    /** Whether it can be seen. */
    boolean there() {
        return !status.equals(REMOVED);
    }

    TmsMessage toValue() {
        Content content = playUrl != null ? new Content.Play(URI.create(playUrl)) : new Content.Say(sayText);
        return new TmsMessage(id, new AccountSid(account), content, Optional.ofNullable(fromNumber), retries,
                Duration.ofSeconds(retrySeconds), MessageStatus.valueOf(status.toUpperCase(Locale.ROOT)), created,
                Optional.ofNullable(completed));
    }
}
