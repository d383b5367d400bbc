package org.callwright.media.embedded.play;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.callwright.media.codecs.WavException;
import org.callwright.media.codecs.WavReader;
import org.callwright.media.codecs.file.GsmReader;

/**
 * Prompt files, read by loader threads ahead of their time. The beginnings used last are kept within a budget of memory
 * and shared by all who play the same file, as most prompts are no longer than that; what follows goes into the buffers
 * of the player, over and over, since blocks that outlive their use are what makes the collector's pauses long.
 */
public final class PromptStore implements AutoCloseable {

    static final long BUDGET_BYTES = 16L << 20;

    private final ExecutorService loaders;
    private final Queue<ByteBuffer> scratches = new ConcurrentLinkedQueue<>();
    private final Map<Prompt, short[]> beginnings = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    /** Reads a file block by block, each from its beginning; on loader threads, also on several. */
    interface BlockReader {

        void read(long block, short[] target) throws IOException;
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
     * @throws IOException when it is not there or neither a WAV of 8 kHz, 16-bit, mono nor a GSM file
     */
    static Prompt inspect(Path path) throws IOException {
        long modified = Files.getLastModifiedTime(path).toMillis();
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            if (GsmReader.isGsm(file)) {
                return new Prompt(path, modified, GsmReader.samples(file.size()), true);
            }
        }
        try (WavReader reader = WavReader.open(path)) {
            if (!reader.header().telephony()) {
                throw new WavException(WavException.Reason.NOT_TELEPHONY, path + " is not 8 kHz, 16-bit, mono");
            }
            return new Prompt(path, modified, reader.header().frames());
        }
    }

    /** The first block, of its exact length, read when it is not cached; on a loader thread only. Not to be changed. */
    short[] beginning(Prompt prompt) throws IOException {
        synchronized (this) {
            short[] cached = beginnings.get(prompt);
            if (cached != null) {
                return cached;
            }
        }
        short[] samples = new short[prompt.length(0)];
        reader(prompt).read(0, samples);
        synchronized (this) {
            if (beginnings.put(prompt, samples) == null) {
                bytes += 2L * samples.length;
                shrink();
            }
        }
        return samples;
    }

    private void shrink() {
        Iterator<short[]> eldest = beginnings.values().iterator();
        while (bytes > BUDGET_BYTES && eldest.hasNext()) {
            bytes -= 2L * eldest.next().length;
            eldest.remove();
        }
    }

    /** Has a loader thread read a block into the buffer, which belongs to the loader until the future is done. */
    CompletableFuture<Void> fill(BlockReader reader, long block, short[] buffer) {
        return CompletableFuture.runAsync(() -> {
            try {
                reader.read(block, buffer);
            } catch (IOException e) {
                throw new CompletionException(e);
            }
        }, loaders);
    }

    /** For one player. */
    BlockReader reader(Prompt prompt) {
        if (!prompt.gsm()) {
            return (block, target) -> readWav(prompt, block, target);
        }
        GsmReader reader = new GsmReader(prompt.path());
        return (block, target) -> reader.read(block * Prompt.BLOCK, target, prompt.length(block));
    }

    private void readWav(Prompt prompt, long block, short[] target) throws IOException {
        ByteBuffer pooled = scratches.poll();
        ByteBuffer scratch = pooled != null ? pooled
                : ByteBuffer.allocateDirect(2 * Prompt.BLOCK).order(ByteOrder.LITTLE_ENDIAN);
        try (WavReader reader = WavReader.open(prompt.path())) {
            int wanted = prompt.length(block);
            if (reader.read(block * Prompt.BLOCK, target, 0, wanted, scratch) < wanted) {
                throw new IOException(prompt.path() + " became shorter while it was played");
            }
        } finally {
            scratches.add(scratch);
        }
    }

    @Override
    public void close() {
        loaders.shutdownNow();
    }
}
