package org.callwright.media.embedded.play;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Audio of a file, block by block: while one block is played the next is read into the other one of two buffers. The
 * first block stays at hand, so that starting and repeating never wait.
 */
final class FileSource implements SampleSource {

    private final PromptStore store;
    private final Prompt prompt;
    private final PromptStore.BlockReader reader;
    private final short[] first;
    private short[] current;
    private short[] idle;
    private short[] coming;
    private CompletableFuture<Void> filled;
    private long block;
    private int inBlock;

    /** Reads the first block; on a loader thread only. */
    FileSource(PromptStore store, Prompt prompt) throws IOException {
        this.store = store;
        this.prompt = prompt;
        this.reader = store.reader(prompt);
        this.first = store.beginning(prompt);
        rewind();
    }

    @Override
    public int read(short[] target, int offset, int count) throws PlayFailure {
        int done = 0;
        while (done < count && !ended()) {
            int left = prompt.length(block) - inBlock;
            if (left == 0 && !advance()) {
                return done;
            }
            int now = Math.min(count - done, left);
            System.arraycopy(current, inBlock, target, offset + done, now);
            inBlock += now;
            done += now;
        }
        return done;
    }

    private boolean advance() throws PlayFailure {
        if (!filled.isDone()) {
            return false;
        }
        try {
            filled.join();
        } catch (CompletionException e) {
            throw new PlayFailure(e.getCause().toString(), e.getCause());
        }
        idle = current == first ? null : current;
        current = coming;
        block++;
        inBlock = 0;
        fetchNext();
        return true;
    }

    private void fetchNext() {
        if ((block + 1) * Prompt.BLOCK < prompt.samples()) {
            coming = idle != null ? idle : new short[Prompt.BLOCK];
            idle = null;
            filled = store.fill(reader, block + 1, coming);
        }
    }

    @Override
    public boolean ended() {
        return block * Prompt.BLOCK + inBlock >= prompt.samples();
    }

    /** Of two buffers one is kept: that which was played last, and which nobody fills. */
    @Override
    public void rewind() {
        idle = current == first ? null : current;
        current = first;
        block = 0;
        inBlock = 0;
        fetchNext();
    }
}
