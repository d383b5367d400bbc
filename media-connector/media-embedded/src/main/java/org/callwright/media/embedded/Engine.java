package org.callwright.media.embedded;

import java.net.Inet6Address;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.callwright.media.embedded.play.PromptStore;
import org.callwright.media.embedded.record.FileWriters;
import org.callwright.media.embedded.rtp.LegCounters;
import org.callwright.media.embedded.rtp.PortAllocator;
import org.callwright.media.embedded.sdp.Negotiator;
import org.callwright.media.embedded.tick.Ticker;
import org.callwright.media.spi.MediaCodec;
import org.callwright.media.spi.MediaCodecProvider;
import org.callwright.media.spi.MediaServerConfig;
import org.callwright.media.spi.SendLateness;

/**
 * What all sessions of a server share: threads, ports, codecs, caches and counters.
 *
 * <p>The threads: <em>ticks</em> do all RTP and own all state of the sessions; <em>files</em> write recordings;
 * <em>prompts</em> read files; <em>control</em> does offers and answers and opens and closes sockets; <em>events</em>
 * delivers results to the receivers.
 */
final class Engine {

    /** Property of the configuration: how many tick threads there are; one for every two cores when it is not there. */
    static final String TICK_THREADS = "embedded.tick-threads";

    final MediaServerConfig config;
    final PortAllocator ports;
    final LegCounters counters = new LegCounters();
    final Gauges gauges = new Gauges();
    final PromptStore prompts = new PromptStore(2);
    final FileWriters files = new FileWriters(2);
    final List<MediaCodecProvider> codecs;
    final Negotiator negotiator;
    final Random random = new SecureRandom();
    private final List<Ticker> tickers = new ArrayList<>();
    private final ExecutorService control = thread("media-control");
    private final ExecutorService events = thread("media-events");

    Engine(MediaServerConfig config, PortAllocator ports) {
        this.config = config;
        this.ports = ports;
        codecs = ServiceLoader.load(MediaCodecProvider.class, Engine.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get).filter(Engine::usable)
                .sorted(Comparator.comparingInt(MediaCodecProvider::priority)).toList();
        negotiator = new Negotiator(codecs.stream().map(Engine::format).toList(),
                config.bindAddress() instanceof Inet6Address);
        int threads = tickThreads(config);
        for (int i = 0; i < threads; i++) {
            tickers.add(new Ticker("media-tick-" + i, MediaLog::receiverFailed));
        }
    }

    private static int tickThreads(MediaServerConfig config) {
        String wanted = config.properties().get(TICK_THREADS);
        if (wanted == null) {
            return Math.max(1, Math.min(8, Runtime.getRuntime().availableProcessors() / 2));
        }
        if (!wanted.matches("[1-9]\\d?")) {
            throw new IllegalArgumentException(TICK_THREADS + " is " + wanted + ", not 1 to 99");
        }
        return Integer.parseInt(wanted);
    }

    /** Whether the codec does what it should; a plug-in may be there without the library that it needs. */
    private static boolean usable(MediaCodecProvider provider) {
        try {
            MediaCodec codec = provider.create();
            int samples = codec.samplesPerFrame();
            return codec.encode(new short[samples], 0, samples, new byte[2 * samples], 0) > 0;
        } catch (RuntimeException | LinkageError e) {
            MediaLog.codecUnusable(provider.encodingName(), e);
            return false;
        }
    }

    private static Negotiator.LocalFormat format(MediaCodecProvider codec) {
        return new Negotiator.LocalFormat(codec.encodingName(), codec.clockRate(), codec.staticPayloadType(),
                codec.create().samplesPerFrame() * 1000 / codec.clockRate(), codec.formatParameters());
    }

    void start() {
        tickers.forEach(Ticker::start);
        MediaLog.started(config.bindAddress().getHostAddress(), config.rtpPortMin(), config.rtpPortMax(),
                ports.total(), tickers.size());
    }

    /** The tick thread with the fewest sessions. */
    Ticker ticker() {
        return tickers.stream().min(Comparator.comparingInt(Ticker::size)).orElseThrow();
    }

    long ticks() {
        return tickers.stream().mapToLong(Ticker::ticks).sum();
    }

    long lateTicks() {
        return tickers.stream().mapToLong(Ticker::lateTicks).sum();
    }

    SendLateness lateness() {
        long[] turns = new long[SendLateness.BOUNDS_MS.size() + 1];
        tickers.forEach(ticker -> ticker.addLateness(turns));
        return new SendLateness(Arrays.stream(turns).boxed().toList());
    }

    /** Runs work on sockets and SDP. */
    void control(Runnable work) {
        execute(control, work);
    }

    /** Tells a receiver outside. */
    void event(Runnable event) {
        execute(events, event);
    }

    private static void execute(ExecutorService executor, Runnable work) {
        try {
            executor.execute(() -> {
                try {
                    work.run();
                } catch (RuntimeException | Error e) {
                    MediaLog.receiverFailed(e);
                }
            });
        } catch (RejectedExecutionException e) {
            work.run();
        }
    }

    /** Ends all threads; the sessions must have been released. */
    void stop() {
        tickers.forEach(Ticker::close);
        files.close();
        prompts.close();
        finish(control);
        finish(events);
        MediaLog.stopped();
    }

    private static void finish(ExecutorService executor) {
        executor.shutdown();
        try {
            executor.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ExecutorService thread(String name) {
        return Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }
}
