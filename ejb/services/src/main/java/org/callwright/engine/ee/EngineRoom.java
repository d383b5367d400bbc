package org.callwright.engine.ee;

import static org.callwright.engine.log.EngineLog.LOG;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.callwright.call.CallEvent;
import org.callwright.engine.CallEngine;
import org.callwright.engine.core.Engine;
import org.callwright.engine.core.EngineConfig;
import org.callwright.engine.core.HeapRoom;
import org.callwright.engine.core.Ports;
import org.callwright.engine.core.WorkerThreads;
import org.callwright.engine.core.Workers;
import org.callwright.engine.media.MediaAdapter;
import org.callwright.engine.media.MediaDrivers;
import org.callwright.engine.media.RecordingFolder;
import org.callwright.engine.media.metrics.MediaFigures;
import org.callwright.engine.port.Directory;
import org.callwright.engine.port.RecordStore;
import org.callwright.engine.port.SessionStore;
import org.callwright.engine.timer.ThreadTimers;
import org.callwright.http.GuardedHttpClient;
import org.callwright.http.WebhookClient;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaServer;
import org.callwright.media.spi.MediaServerConfig;
import org.callwright.recordings.RecordingFiles;
import org.callwright.settings.Settings;
import org.callwright.speech.PromptStudio;

/**
 * The engine with everything it runs on: made and started by the constructor, which fails, leaving nothing behind, when
 * a part can't start; closed in the reverse order, the calls first, the media last.
 */
public final class EngineRoom implements AutoCloseable {

    private static final int LOOKUP_THREADS = 4;
    private static final int MEDIA_THREADS = 4;
    private static final int MAX_LOOKUPS = 10_000;
    private static final int REAP_SECONDS = 60;

    private final ThreadFactory threads;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Engine engine;

    public EngineRoom(AllSettings settings, RecordStore records, Directory directory, SessionStore sessions,
            ThreadFactory threads) {
        this.threads = threads;
        try {
            engine = build(settings, records, directory, sessions);
        } catch (RuntimeException | LinkageError e) {
            closeParts();
            throw e;
        }
    }

    public CallEngine engine() {
        return engine;
    }

    private Engine build(AllSettings settings, RecordStore records, Directory directory, SessionStore sessions) {
        EngineConfig config = settings.engineConfig();
        MediaServer media = opened(startMedia(settings));
        opened(MediaFigures.register(media));
        GuardedHttpClient http = opened(new GuardedHttpClient(
                settings.webhooks(), settings.general().webhookAllow(), pool("http")));
        PromptStudio studio = opened(startStudio(settings, http));
        ThreadTimers timers = opened(new ThreadTimers(pool("timer")));
        Executor mediaPool = opened(Executors.newFixedThreadPool(MEDIA_THREADS, pool("media")));
        Executor lookups = opened(bounded());
        Workers workers = opened(new WorkerThreads(
                settings.engine().workers(), pool("engine"), HeapRoom.ofThisMachine()));

        EventSwitch events = new EventSwitch();
        MediaAdapter mediaPort = new MediaAdapter(media, studio.prompts(),
                new RecordingFolder(settings.general().recordings()), events, mediaPool);
        WebhookClient webhooks = new WebhookClient(http, settings.webhooks());
        Engine made = opened(new Engine(config,
                new Ports(mediaPort, webhooks, timers, records, sessions, directory,
                        new RecordingFiles(settings.general().recordings())::repair), workers, lookups,
                Clock.systemUTC()));
        events.engine = made;
        made.sweep();
        ScheduledThreadPoolExecutor reaper = opened(new ScheduledThreadPoolExecutor(1, pool("reaper")));
        reaper.scheduleWithFixedDelay(made::reap, REAP_SECONDS, REAP_SECONDS, TimeUnit.SECONDS);
        LOG.engineStarted(config.instanceId(), settings.general().mediaDriver());
        return made;
    }

    private static MediaServer startMedia(AllSettings settings) {
        Settings general = settings.general();
        try {
            Settings.PortRange ports = general.rtpPorts();
            return MediaDrivers.named(general.mediaDriver()).start(new MediaServerConfig(
                    InetAddress.getByName(general.bind()), general.advertisedAddress(),
                    ports.first() + ports.first() % 2, ports.last(), settings.engine().mediaInactivity(),
                    general.mediaProperties()));
        } catch (MediaException | UnknownHostException e) {
            LOG.mediaNotStarted(general.mediaDriver(), e.getMessage());
            throw new IllegalStateException("the media driver did not start: " + e.getMessage(), e);
        }
    }

    private PromptStudio startStudio(AllSettings settings, GuardedHttpClient http) {
        try {
            return new PromptStudio(settings.general(), settings.speech(), http, pool("speech"));
        } catch (IOException e) {
            throw new UncheckedIOException("prompts can't be kept: " + e.getMessage(), e);
        }
    }

    private ExecutorService bounded() {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(LOOKUP_THREADS, LOOKUP_THREADS, 30, TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MAX_LOOKUPS), pool("lookup"));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private ThreadFactory pool(String name) {
        return new NamedThreads(threads, name);
    }

    private <T> T opened(T part) {
        if (part instanceof ExecutorService executor) {
            parts.push(executor::shutdownNow);
        } else if (part instanceof AutoCloseable closeable) {
            parts.push(closeable);
        }
        return part;
    }

    @Override
    public void close() {
        closeParts();
    }

    private void closeParts() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                LOG.partNotClosed(e);
            }
        }
    }

    /** Lets the media report to an engine that is made after it. */
    private static final class EventSwitch implements Consumer<CallEvent> {

        private volatile CallEngine engine;

        @Override
        public void accept(CallEvent event) {
            engine.post(event);
        }
    }
}
