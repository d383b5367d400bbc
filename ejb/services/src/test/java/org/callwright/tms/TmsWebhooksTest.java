package org.callwright.tms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.tms.TmsWorld.ACME;
import static org.callwright.tms.TmsWorld.OTHER;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.callwright.call.value.AnsweredBy;
import org.callwright.call.value.CallStatus;
import org.callwright.telesign.CustomerStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Webhooks as accounts set them up, and what goes to the outbox for them. */
class TmsWebhooksTest {

    private static final String ONE = "+16515551001";
    private static final URI URL = URI.create("http://app.example/hook");

    @TempDir
    Path folder;
    private TmsWorld world;
    private TmsWebhooks webhooks;

    @BeforeEach
    void open() {
        world = new TmsWorld(folder, "CALLWRIGHT_ADVERTISED_ADDRESS", "voice.example");
        webhooks = world.stores.tmsWebhooks();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void webhookShouldBeItsAccountsOnly() {
        TmsWebhooks.TmsWebhook webhook = webhooks.create(ACME.sid(), URL, RecipientStatus.SENT);
        assertThat(webhooks.list(ACME.sid())).containsExactly(webhook);
        assertThat(webhooks.find(ACME.sid(), webhook.id())).contains(webhook);
        assertThat(webhooks.list(OTHER.sid())).isEmpty();
        assertThat(webhooks.find(OTHER.sid(), webhook.id())).isEmpty();
        assertThat(webhooks.delete(OTHER.sid(), webhook.id())).isFalse();
        TmsWebhooks.TmsWebhook foreign = new TmsWebhooks.TmsWebhook(
                webhook.id(), OTHER.sid(), URL, RecipientStatus.FAILED);
        assertThat(webhooks.change(foreign)).isEmpty();
        assertThat(webhooks.list(ACME.sid())).containsExactly(webhook);
    }

    @Test
    void webhookShouldBeChangedAndDeleted() {
        TmsWebhooks.TmsWebhook webhook = webhooks.create(ACME.sid(), URL, RecipientStatus.SENT);
        TmsWebhooks.TmsWebhook changed = new TmsWebhooks.TmsWebhook(
                webhook.id(), ACME.sid(), URI.create("http://app.example/other"), RecipientStatus.FAILED);
        assertThat(webhooks.change(changed)).contains(changed);
        assertThat(webhooks.find(ACME.sid(), webhook.id())).contains(changed);
        assertThat(webhooks.delete(ACME.sid(), webhook.id())).isTrue();
        assertThat(webhooks.change(changed)).isEmpty();
        assertThat(webhooks.delete(ACME.sid(), webhook.id())).isFalse();
    }

    @Test
    void eventShouldBeToldWithAllThatTheFormHas() {
        webhooks.create(ACME.sid(), URL, RecipientStatus.FAILED);
        TmsMessage message = world.message(ACME, 0, ONE);
        world.round();
        assertThat(world.stores.callbacks()).isEmpty();
        world.refused(ONE, CallStatus.FAILED, 503);
        world.now = TmsWorld.START.plusSeconds(3_595);
        world.round();

        String self = "http%3A%2F%2Fvoice.example%3A8080%2Fmessages%2Fvoice%2F" + message.id();
        assertThat(world.stores.callbacks()).containsExactly(URL + " sid=" + ACME.sid().value().substring(2)
                + "&message_type=voice&message_url=" + self
                + "&recipient_url=" + self + "%2Frecipients%2F" + world.recipient(message, ONE).id()
                + "&status=failed&error_message=the+call+was+refused+with+SIP+status+503"
                + "&completed_at=2026-11-22+01%3A41%3A31+UTC");
    }

    @Test
    void sendingShouldBeToldOnceAndBeforeTheEnd() {
        webhooks.create(ACME.sid(), URL, RecipientStatus.SENDING);
        webhooks.create(ACME.sid(), URL, RecipientStatus.SENT);
        world.message(ACME, 1, ONE);
        world.round();
        world.refused(ONE, CallStatus.BUSY, 486);
        world.round();
        world.now = world.now.plusSeconds(60);
        world.round();
        world.answered(ONE, AnsweredBy.HUMAN);
        world.round();
        assertThat(world.stores.callbacks()).hasSize(2);
        assertThat(world.stores.callbacks().get(0)).contains("status=sending").doesNotContain("completed_at");
        assertThat(world.stores.callbacks().get(1)).contains("status=sent&completed_at=");
    }

    @Test
    void statesThatNeedNoCallShouldBeToldToo() {
        webhooks.create(ACME.sid(), URL, RecipientStatus.BLACKLISTED);
        webhooks.create(ACME.sid(), URL, RecipientStatus.CANCELED);
        webhooks.create(ACME.sid(), URL, RecipientStatus.INCONCLUSIVE);
        world.stores.customers().replaceBlocked(CustomerStore.PLATFORM, List.of("16515551001"));
        world.message(ACME, 0, ONE);
        world.engine.full = true;
        TmsMessage canceled = world.message(ACME, 0, "+16515551002");
        TmsMessage late = world.message(ACME, 0, "+16515551003");
        world.messages.cancel(canceled);
        world.round();
        world.now = world.now.plusSeconds(14_400);
        world.round();
        assertThat(world.stores.callbacks()).hasSize(3);
        assertThat(world.stores.callbacks().get(0)).contains("status=blacklisted");
        assertThat(world.stores.callbacks().get(1)).contains("status=canceled");
        assertThat(world.stores.callbacks().get(2)).contains("status=inconclusive");
        assertThat(world.now(late).status()).isEqualTo(MessageStatus.COMPLETED);
        assertThat(world.now(canceled).status()).isEqualTo(MessageStatus.COMPLETED);
        assertThat(world.engine.placed).isEmpty();
    }

    @Test
    void accountWithoutWebhooksShouldHaveNothingInTheOutbox() {
        webhooks.create(OTHER.sid(), URL, RecipientStatus.SENT);
        world.message(ACME, 0, ONE);
        world.round();
        world.answered(ONE, AnsweredBy.HUMAN);
        world.round();
        assertThat(world.stores.callbacks()).isEmpty();
    }
}
