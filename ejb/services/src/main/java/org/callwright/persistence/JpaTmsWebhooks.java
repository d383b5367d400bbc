package org.callwright.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.callwright.call.value.AccountSid;
import org.callwright.tms.RecipientStatus;
import org.callwright.tms.TmsWebhooks;

/** Webhooks of the TMS dialect in the database. */
@ApplicationScoped
public class JpaTmsWebhooks implements TmsWebhooks {

    private final Database database;

    /** For the container's proxy. */
    protected JpaTmsWebhooks() {
        this(null);
    }

    @Inject
    public JpaTmsWebhooks(Database database) {
        this.database = database;
    }

    @Override
    public List<TmsWebhook> list(AccountSid account) {
        return database.call(em -> em.createQuery(
                        "select w from TmsWebhookRow w where w.account = :account order by w.id", TmsWebhookEntity.class)
                .setParameter("account", account.value())
                .getResultStream()
                .map(TmsWebhookEntity::toValue)
                .toList());
    }

    @Override
    public Optional<TmsWebhook> find(AccountSid account, long id) {
        return database.call(em -> Optional.ofNullable(em.find(TmsWebhookEntity.class, id))
                .filter(row -> row.account.equals(account.value()))
                .map(TmsWebhookEntity::toValue));
    }

    @Override
    public TmsWebhook create(AccountSid account, URI url, RecipientStatus event) {
        return database.call(em -> {
            TmsWebhookEntity row = new TmsWebhookEntity();
            row.account = account.value();
            row.url = url.toString();
            row.event = event.wireName();
            em.persist(row);
            return row.toValue();
        });
    }

    @Override
    public Optional<TmsWebhook> change(TmsWebhook webhook) {
        return database.call(em -> Optional.ofNullable(em.find(TmsWebhookEntity.class, webhook.id()))
                .filter(row -> row.account.equals(webhook.account().value()))
                .map(row -> {
                    row.url = webhook.url().toString();
                    row.event = webhook.event().wireName();
                    return row.toValue();
                }));
    }

    @Override
    public boolean delete(AccountSid account, long id) {
        return database.call(em -> em.createQuery(
                        "delete from TmsWebhookRow w where w.id = :id and w.account = :account")
                .setParameter("id", id)
                .setParameter("account", account.value())
                .executeUpdate()) > 0;
    }
}
