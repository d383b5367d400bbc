package org.callwright.callbacks;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.callwright.call.record.CallbackRecord;
import org.callwright.call.value.Parameter;
import org.callwright.http.GuardedHttpClient;
import org.callwright.http.HttpAnswer;
import org.callwright.http.HttpQuery;
import org.callwright.settings.CallbackSettings;
import org.callwright.settings.Settings;
import org.callwright.settings.WebhookSettings;

/**
 * Runs the courier as long as the application runs, with an HTTP client of its own, so that a slow receiver of
 * callbacks never delays the documents of calls.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class CallbackService {

    private static final String ANY = "*/*";
    /** The answer's body does not matter. */
    private static final int MAX_BODY = 65_536;

    @Inject
    CallbackOutbox outbox;
    @Inject
    CallbackBell bell;
    @Inject
    CallbackSettings settings;
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
        http = new GuardedHttpClient(webhooks, general.webhookAllow(), threads);
        courier = new Courier(outbox, this::send, DeliveryRules.of(settings), bell, Clock.systemUTC());
        courier.startOn(threads, "callwright-callbacks");
    }

    private CompletionStage<Integer> send(CallbackRecord callback) {
        return http.ask(new HttpQuery<>(callback.request(), ANY, MAX_BODY, webhooks.totalTimeout(),
                        HttpQuery.bytes(), List.of(new Parameter("Idempotency-Key", callback.sid().value()))))
                .thenApply(HttpAnswer::status);
    }

    @PreDestroy
    void stop() {
        courier.close();
        http.close();
    }
}
