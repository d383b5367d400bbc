package org.callwright.engine.media;

import static org.callwright.engine.log.EngineLog.LOG;

import java.util.ArrayDeque;
import java.util.concurrent.Executor;

/** Runs pieces of work one after the other, in their order, on whichever thread of a pool is free. */
final class SerialExecutor implements Executor, Runnable {

    private final Executor pool;
    private final ArrayDeque<Runnable> work = new ArrayDeque<>();
    private boolean running;

    SerialExecutor(Executor pool) {
        this.pool = pool;
    }

    @Override
    public void execute(Runnable piece) {
        synchronized (this) {
            work.add(piece);
            if (running) {
                return;
            }
            running = true;
        }
        pool.execute(this);
    }

    @Override
    public void run() {
        for (Runnable piece = next(); piece != null; piece = next()) {
            try {
                piece.run();
            } catch (RuntimeException | LinkageError e) {
                LOG.mediaWorkFailed(e);
            }
        }
    }

    private synchronized Runnable next() {
        Runnable piece = work.poll();
        running = piece != null;
        return piece;
    }
}
