package org.callwright.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import org.callwright.call.value.AccountSid;
import org.callwright.tms.TmsWebhooks.TmsWebhook;

/** Row of a webhook of the TMS dialect. */
@Entity(name = "TmsWebhookRow")
@Table(name = "tms_webhook")
class TmsWebhookEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;
    @Column(name = "account_sid")
    String account;
    String url;
    String event;

    TmsWebhook toValue() {
        return new TmsWebhook(id, new AccountSid(account), URI.create(url), TmsRecipientEntity.status(event));
    }
}
