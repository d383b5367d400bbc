package org.callwright.tms;

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
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.callwright.engine.CallEngine;
import org.callwright.http.GuardedHttpClient;
import org.callwright.rounds.Bell;
import org.callwright.rounds.Rounds;
import org.callwright.settings.EngineSettings;
import org.callwright.settings.Settings;
import org.callwright.settings.SpeechSettings;
import org.callwright.settings.TmsSettings;
import org.callwright.settings.WebhookSettings;
import org.callwright.speech.AudioFetcher;
import org.callwright.speech.SpeechWorkers;
import org.callwright.telesign.CustomerStore;

/** Builds recipients' lists and calls recipients as long as the application runs, each on a thread of its own. */
@Singleton
@Startup
@DependsOn({"SchemaMigration", "EngineLifecycle"})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class TmsService {

    private static final Duration IDLE = Duration.ofMillis(500);
    /** After the longest call, for servers that can't be asked. */
    private static final Duration GRACE = Duration.ofMinutes(10);

    @Inject
    ChunkStore chunks;
    @Inject
    DialStore dials;
    @Inject
    OutcomeStore outcomes;
    @Inject
    CustomerStore blockLists;
    @Inject
    AnswerNotes answers;
    @Inject
    CallEngine engine;
    @Inject
    Settings settings;
    @Inject
    TmsSettings tms;
    @Inject
    EngineSettings engineSettings;
    @Inject
    WebhookSettings webhooks;
    @Inject
    SpeechSettings speech;
    @Resource
    ManagedThreadFactory threads;

    private GuardedHttpClient http;
    private SpeechWorkers converters;
    private Rounds building;
    private Rounds dialling;

    @PostConstruct
    void start() {
        Clock clock = Clock.systemUTC();
        Path folder = settings.data().resolve("tms");
        http = new GuardedHttpClient(webhooks, settings.webhookAllow(), threads);
        converters = new SpeechWorkers(speech, threads);
        MessageAudio audio = new MessageAudio(
                folder.resolve("audio"), new AudioFetcher(http, speech, converters)::fetch, clock);
        Builder builder = new Builder(chunks, blockLists, clock);
        Dialler dialler = new Dialler(dials, outcomes, engine, new MessageCalls(audio, tms), answers,
                new Lanes(tms, clock.instant()), settings.trunk(), clock);
        Settlement settlement = new Settlement(
                outcomes, answers, engine, engineSettings.maxCallLength().plus(GRACE), clock);
        building = rounds("builder", () -> builder.build() ? Duration.ZERO : IDLE);
        dialling = rounds("dialler", new DiallingRound(dialler, settlement, outcomes, audio, clock));
    }

    private Rounds rounds(String name, Supplier<Duration> round) {
        Rounds rounds = new Rounds(new Bell(), round, failure -> TmsLog.LOG.roundFailed(name, failure));
        rounds.startOn(threads, "callwright-tms-" + name);
        return rounds;
    }

    @PreDestroy
    void stop() {
        building.close();
        dialling.close();
        converters.close();
        http.close();
    }
}
