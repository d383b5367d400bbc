package org.callwright.engine.ee;

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
import org.callwright.engine.core.InstanceId;
import org.callwright.engine.port.Directory;
import org.callwright.engine.port.RecordStore;
import org.callwright.engine.store.InfinispanSessionStore;
import org.callwright.readiness.ReadinessBoard;
import org.callwright.recovery.Recovery;
import org.callwright.settings.EngineSettings;
import org.callwright.settings.Settings;
import org.callwright.settings.SpeechSettings;
import org.callwright.settings.WebhookSettings;
import org.infinispan.Cache;

/**
 * Starts the engine with the application, after the database; a part that can't start, such as a socket that does not
 * bind, fails the deployment. Stops it before the record writer, which then writes the last rows.
 */
@Singleton
@Startup
@DependsOn("RecordWriterService")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class EngineLifecycle {

    @Inject
    Settings settings;
    @Inject
    EngineSettings engineSettings;
    @Inject
    WebhookSettings webhookSettings;
    @Inject
    SpeechSettings speechSettings;
    @Inject
    RecordStore records;
    @Inject
    Directory directory;
    @Inject
    Recovery recovery;
    @Inject
    EngineBean bean;
    @Inject
    ReadinessBoard readiness;
    @Resource
    ManagedThreadFactory threads;
    @Resource(lookup = "java:jboss/infinispan/cache/callwright/sessions")
    Cache<String, byte[]> sessions;

    private EngineRoom room;

    @PostConstruct
    void start() {
        AllSettings all = new AllSettings(settings, engineSettings, webhookSettings, speechSettings);
        room = new EngineRoom(all, records, directory, new InfinispanSessionStore(sessions), threads);
        recovery.begin(InstanceId.of(settings.data()), room.engine()::runs, engineSettings.maxCallLength(),
                all.publicBaseUrl());
        bean.use(room.engine());
        readiness.post("calls", room.engine()::notReadyReason);
    }

    @PreDestroy
    void stop() {
        room.close();
    }
}
