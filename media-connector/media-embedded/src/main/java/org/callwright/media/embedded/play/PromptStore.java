package org.callwright.media.embedded.play;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.callwright.media.codecs.WavException;
import org.callwright.media.codecs.WavReader;

/**
 * Blocks of prompt files, read by loader threads ahead of their time and shared by all who play the same file. Keeps
 * the blocks used last within a budget of memory; a block in use by a player lives on with the player.
 */
public final class PromptStore implements AutoCloseable {

    static final long BUDGET_BYTES = 64L << 20;

    private final ExecutorService loaders;
    private final Map<Key, CompletableFuture<short[]>> blocks = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    private record Key(Prompt prompt, long block) {
    }

    public PromptStore(int threads) {
        loaders = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "media-prompts");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Where players do what may wait for the disk. */
    ExecutorService loaders() {
        return loaders;
    }

    /**
     * Looks at a file; on a loader thread only.
     *
     * @throws IOException when it is not there or no WAV of 8 kHz, 16-bit, mono
     */
    static Prompt inspect(Path path) throws IOException {
        long modified = Files.getLastModifiedTime(path).toMillis();
        try (WavReader reader = WavReader.open(path)) {
            if (!reader.header().telephony()) {
                throw new WavException(WavException.Reason.NOT_TELEPHONY, path + " is not 8 kHz, 16-bit, mono");
            }
            return new Prompt(path, modified, reader.header().frames());
        }
    }

    /** The block of the file, at once when it is cached; otherwise it is being read. */
    synchronized CompletableFuture<short[]> block(Prompt prompt, long number) {
        Key key = new Key(prompt, number);
        CompletableFuture<short[]> block = blocks.get(key);
        if (block == null || block.isCompletedExceptionally()) {
            block = CompletableFuture.supplyAsync(() -> read(prompt, number), loaders);
            if (blocks.put(key, block) == null) {
                bytes += bytes(key);
                shrink();
            }
        }
        return block;
    }

    /** The first block, read by this very thread when it is not cached; on a loader thread only. */
    short[] readNow(Prompt prompt) {
        Key key = new Key(prompt, 0);
        CompletableFuture<short[]> cached;
        synchronized (this) {
            cached = blocks.get(key);
        }
        if (cached != null && cached.isDone() && !cached.isCompletedExceptionally()) {
            return cached.join();
        }
        short[] samples = read(prompt, 0);
        synchronized (this) {
            if (blocks.put(key, CompletableFuture.completedFuture(samples)) == null) {
                bytes += bytes(key);
                shrink();
            }
        }
        return samples;
    }

    private void shrink() {
        Iterator<Key> eldest = blocks.keySet().iterator();
        while (bytes > BUDGET_BYTES && eldest.hasNext()) {
            bytes -= bytes(eldest.next());
            eldest.remove();
        }
    }

    private static long bytes(Key key) {
        return 2 * length(key.prompt(), key.block());
    }

    private static long length(Prompt prompt, long block) {
        return Math.max(0, Math.min(Prompt.BLOCK, prompt.samples() - block * Prompt.BLOCK));
    }

    private static short[] read(Prompt prompt, long number) {
        short[] samples = new short[(int) length(prompt, number)];
        try (WavReader reader = WavReader.open(prompt.path())) {
            int read = reader.read(number * Prompt.BLOCK, samples, 0, samples.length);
            if (read < samples.length) {
                throw new IOException(prompt.path() + " became shorter while it was played");
            }
            return samples;
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    @Override
    public void close() {
        loaders.shutdownNow();
    }
}
