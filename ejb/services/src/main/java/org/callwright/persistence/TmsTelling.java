package org.callwright.persistence;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.callwright.call.value.AccountSid;
import org.callwright.tms.RecipientStatus;
import org.callwright.tms.WebhookLetter;

/** Tells webhooks of recipients' states within one transaction: what they are told goes to the outbox of callbacks. */
final class TmsTelling {

    private final EntityManager em;
    private final String publicBaseUrl;
    private final Map<String, List<TmsWebhookEntity>> webhooks = new HashMap<>();

    TmsTelling(EntityManager em, String publicBaseUrl) {
        this.em = em;
        this.publicBaseUrl = publicBaseUrl;
    }

    /** Whether anybody wants to know. */
    boolean wanted(String account, RecipientStatus status) {
        return of(account).stream().anyMatch(webhook -> webhook.event.equals(status.wireName()));
    }

    /** @param recipient as it is now */
    void tell(TmsRecipientEntity recipient, Instant now) {
        for (TmsWebhookEntity webhook : of(recipient.account)) {
            if (webhook.event.equals(recipient.status)) {
                CallbackEntity letter = CallbackEntity.of(new WebhookLetter(new AccountSid(recipient.account),
                        recipient.toValue(), publicBaseUrl).to(webhook.toValue(), now));
                letter.message = recipient.message;
                em.persist(letter);
            }
        }
    }

    private List<TmsWebhookEntity> of(String account) {
        return webhooks.computeIfAbsent(account, sid -> new ArrayList<>(em.createQuery(
                        "select w from TmsWebhookRow w where w.account = :account order by w.id", TmsWebhookEntity.class)
                .setParameter("account", sid)
                .getResultList()));
    }
}
