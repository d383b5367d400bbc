package org.callwright.media.tts.mary;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.callwright.media.spi.tts.Speech;
import org.callwright.media.spi.tts.SpeechRequest;
import org.callwright.media.spi.tts.SpokenText;
import org.callwright.media.spi.tts.TtsException;
import org.callwright.media.spi.tts.TtsProvider;

/**
 * English by MaryTTS. The first look at {@link #available} starts the engine on a thread of its own, some seconds of
 * work; a text that comes earlier waits for it. Without a library folder, or when the engine fails to load, the
 * provider is simply not available. The engine works on as many threads as there are processors; they carry its class
 * loader as context class loader, so that the caller's is never touched. Its only voice is a woman's: that is what is
 * reported, whatever was asked for.
 */
public final class MaryProvider implements TtsProvider {

    /** System property: the folder with the engine's jars. */
    public static final String LIB_PROPERTY = "callwright.tts.mary.lib";

    private static final int PRIORITY = 50;
    private static final Set<String> LANGUAGES = Set.of("en", "en-us", "en_us");
    private static final Duration LOAD_LIMIT = Duration.ofSeconds(60);
    private static final Duration SPEAK_LIMIT = Duration.ofSeconds(15);
    private static final Duration MORE_FOR_EACH_CHARACTER = Duration.ofMillis(20);

    private final String folder;
    private MaryLibrary library;
    private MaryClassLoader loader;
    private ExecutorService threads;
    private CompletableFuture<MaryEngine> engine;
    private boolean closed;

    /** Takes its folder from the system property; for {@link java.util.ServiceLoader}. */
    public MaryProvider() {
        this(System.getProperty(LIB_PROPERTY, ""));
    }

    MaryProvider(String folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return "marytts";
    }

    @Override
    public synchronized String version() {
        start();
        return library == null ? "" : library.version();
    }

    @Override
    public int priority() {
        return PRIORITY;
    }

    @Override
    public synchronized boolean available() {
        start();
        return !closed && !engine.isCompletedExceptionally();
    }

    /** Whether the engine is loaded, so that a text is spoken without delay. */
    public synchronized boolean ready() {
        return available() && engine.isDone();
    }

    @Override
    public boolean supports(String language) {
        return LANGUAGES.contains(language.toLowerCase(Locale.ROOT));
    }

    private void start() {
        if (engine != null || closed) {
            return;
        }
        try {
            if (folder.isEmpty()) {
                throw new IOException("no library folder is set");
            }
            library = MaryLibrary.in(Path.of(folder));
        } catch (IOException e) {
            MaryMessages.noLibrary(e.getMessage());
            engine = CompletableFuture.failedFuture(e);
            return;
        }
        loader = library.open();
        threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), this::newThread);
        engine = new CompletableFuture<>();
        MaryMessages.loading(library.version());
        threads.execute(this::load);
    }

    private Thread newThread(Runnable work) {
        Thread thread = new Thread(work, "marytts");
        thread.setDaemon(true);
        thread.setContextClassLoader(loader);
        return thread;
    }

    private void load() {
        long start = System.nanoTime();
        try {
            MaryEngine loaded = MaryEngine.load(loader);
            MaryMessages.ready(library.version(), (System.nanoTime() - start) / 1_000_000);
            engine.complete(loaded);
        } catch (Exception | LinkageError e) {
            if (!threads.isShutdown()) {
                MaryMessages.broken(e);
            }
            engine.completeExceptionally(e);
        }
    }

    @Override
    public Speech synthesize(SpeechRequest request) throws TtsException {
        if (!supports(request.language())) {
            throw new TtsException(TtsException.LANGUAGE_NOT_SUPPORTED, "MaryTTS does not speak " + request.language());
        }
        String text = SpokenText.of(request.text(), Character::isSupplementaryCodePoint);
        if (!available()) {
            throw new TtsException(TtsException.ENGINE_FAILURE, "MaryTTS is not available");
        }
        MaryEngine speaker = await(engine, LOAD_LIMIT);
        Future<short[]> speech = submit(() -> speaker.speak(text));
        try {
            short[] samples = await(speech, SPEAK_LIMIT.plus(MORE_FOR_EACH_CHARACTER.multipliedBy(text.length())));
            if (samples.length == 0) {
                throw new TtsException(TtsException.TEXT_NOT_SPEAKABLE, "text holds nothing to be read as English");
            }
            return new Speech(samples, MaryEngine.VOICE);
        } finally {
            speech.cancel(true);
        }
    }

    private Future<short[]> submit(Callable<short[]> work) throws TtsException {
        try {
            return threads.submit(work);
        } catch (RejectedExecutionException e) {
            throw new TtsException(TtsException.ENGINE_FAILURE, "MaryTTS was closed", e);
        }
    }

    private static <T> T await(Future<T> future, Duration limit) throws TtsException {
        try {
            return future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new TtsException(TtsException.TIMEOUT, "MaryTTS took longer than " + limit.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            MaryMessages.failed(e.getCause());
            throw new TtsException(TtsException.ENGINE_FAILURE, "MaryTTS failed: " + e.getCause().getMessage(),
                    e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TtsException(TtsException.ENGINE_FAILURE, "interrupted", e);
        }
    }

    /**
     * Ends the threads. The class loader stays open: the engine has left a shutdown hook with the JVM, which loads more
     * of its classes when the JVM ends, and can't be taken back.
     */
    @Override
    public synchronized void close() {
        closed = true;
        if (threads != null) {
            threads.shutdownNow();
        }
    }
}
