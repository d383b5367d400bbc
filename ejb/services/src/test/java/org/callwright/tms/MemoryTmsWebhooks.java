package org.callwright.tms;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.callwright.call.value.AccountSid;

/** Webhooks in memory. They are told nothing. */
public final class MemoryTmsWebhooks implements TmsWebhooks {

    private final Map<Long, TmsWebhook> webhooks = new ConcurrentSkipListMap<>();
    private final AtomicLong ids = new AtomicLong();

    @Override
    public List<TmsWebhook> list(AccountSid account) {
        return webhooks.values().stream().filter(webhook -> webhook.account().equals(account)).toList();
    }

    @Override
    public Optional<TmsWebhook> find(AccountSid account, long id) {
        return Optional.ofNullable(webhooks.get(id)).filter(webhook -> webhook.account().equals(account));
    }

    @Override
    public TmsWebhook create(AccountSid account, URI url, RecipientStatus event) {
        TmsWebhook webhook = new TmsWebhook(ids.incrementAndGet(), account, url, event);
        webhooks.put(webhook.id(), webhook);
        return webhook;
    }

    @Override
    public Optional<TmsWebhook> change(TmsWebhook webhook) {
        return find(webhook.account(), webhook.id()).map(before -> {
            webhooks.put(webhook.id(), webhook);
            return webhook;
        });
    }

    @Override
    public boolean delete(AccountSid account, long id) {
        return find(account, id).map(webhook -> webhooks.remove(id)).isPresent();
    }
}
