package org.callwright.media.embedded.play;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Audio of a file, block by block: while one block is read the next is fetched. The first block stays at hand, so that
 * starting and repeating never wait.
 */
final class FileSource implements SampleSource {

    private final PromptStore store;
    private final Prompt prompt;
    private final short[] first;
    private short[] current;
    private CompletableFuture<short[]> next;
    private long block;
    private int inBlock;

    /** Reads the first block; on a loader thread only. */
    FileSource(PromptStore store, Prompt prompt) {
        this.store = store;
        this.prompt = prompt;
        this.first = prompt.samples() == 0 ? new short[0] : store.readNow(prompt);
        rewind();
    }

    @Override
    public int read(short[] target, int offset, int count) throws PlayFailure {
        int done = 0;
        while (done < count && !ended()) {
            if (inBlock == current.length && !advance()) {
                return done;
            }
            int now = Math.min(count - done, current.length - inBlock);
            System.arraycopy(current, inBlock, target, offset + done, now);
            inBlock += now;
            done += now;
        }
        return done;
    }

    private boolean advance() throws PlayFailure {
        if (!next.isDone()) {
            return false;
        }
        try {
            current = next.join();
        } catch (CompletionException e) {
            throw new PlayFailure(e.getCause().toString(), e.getCause());
        }
        block++;
        inBlock = 0;
        fetchNext();
        return true;
    }

    private void fetchNext() {
        next = (block + 1) * Prompt.BLOCK < prompt.samples() ? store.block(prompt, block + 1) : null;
    }

    @Override
    public boolean ended() {
        return block * Prompt.BLOCK + inBlock >= prompt.samples();
    }

    @Override
    public void rewind() {
        current = first;
        block = 0;
        inBlock = 0;
        fetchNext();
    }
}
