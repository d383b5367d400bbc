package org.callwright.telesign;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.callwright.call.record.CallbackRecord;
import org.callwright.callbacks.Courier;
import org.callwright.http.GuardedHttpClient;
import org.callwright.http.HttpAnswer;
import org.callwright.http.HttpQuery;
import org.callwright.rounds.Bell;
import org.callwright.settings.Settings;
import org.callwright.settings.TelesignSettings;
import org.callwright.settings.WebhookSettings;

/**
 * Settles transactions and delivers their callbacks as long as the application runs: each round of the courier settles
 * first, so that what has ended is told in the same round. Forgets what is too old, once an hour.
 */
@Singleton
@Startup
@DependsOn({"SchemaMigration", "EngineLifecycle"})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class TelesignCallbacks {

    private static final String ANY = "*/*";
    /** The answer's body does not matter. */
    private static final int MAX_BODY = 65_536;
    private static final String JSON = "application/json";

    @Inject
    TransactionStore transactions;
    @Inject
    CustomerStore customers;
    @Inject
    Settlement settlement;
    @Inject
    TelesignSettings settings;
    @Inject
    WebhookSettings webhooks;
    @Inject
    Settings general;
    @Resource
    ManagedThreadFactory threads;

    private GuardedHttpClient http;
    private Courier courier;

    @PostConstruct
    void start() {
        http = new GuardedHttpClient(patient(webhooks), general.webhookAllow(), threads);
        courier = new Courier(new SettlingOutbox(transactions, settlement), this::send,
                new CallbackRules(settings.callbacks()), new Bell(), Clock.systemUTC());
        courier.startOn(threads, "callwright-telesign-callbacks");
    }

    /** The receiver may take all of its time before the first byte. */
    private WebhookSettings patient(WebhookSettings usual) {
        return new WebhookSettings(usual.connectTimeout(), settings.callbacks().timeout(),
                settings.callbacks().timeout(), usual.maxInFlight(), usual.maxQueued(), usual.maxDocumentBytes());
    }

    private CompletionStage<Integer> send(CallbackRecord callback) {
        String reference = callback.sid().value().substring(2).toUpperCase(Locale.ROOT);
        Optional<VoiceTransaction> transaction = transactions.find(reference);
        Optional<Customer> customer = transaction.map(VoiceTransaction::customer).flatMap(customers::customer);
        if (customer.isEmpty()) {
            return CompletableFuture.failedFuture(new IllegalStateException("the customer is gone"));
        }
        CallbackLetter letter = CallbackLetter.of(
                transaction.get(), customer.get(), settings.callbacks().bareSignature());
        return http.ask(new HttpQuery<>(callback.request(), ANY, MAX_BODY, settings.callbacks().timeout(),
                        HttpQuery.bytes(), letter.headers(), Optional.of(new HttpQuery.Content(JSON, letter.body()))))
                .thenApply(HttpAnswer::status);
    }

    @Schedule(hour = "*", minute = "17", persistent = false, info = "forget old TeleSign transactions")
    void forget() {
        try {
            Instant now = Clock.systemUTC().instant();
            customers.forgetNonces(now);
            transactions.forget(now.minus(settings.keep()));
        } catch (RuntimeException e) {
            TelesignLog.LOG.notForgotten(e);
        }
    }

    @PreDestroy
    void stop() {
        courier.close();
        http.close();
    }
}
