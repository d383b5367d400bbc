package org.callwright.cleanup;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.callwright.engine.Eventually;

/** Hears what operators are told by clean-ups. */
public final class Ear extends Handler implements AutoCloseable {

    private static final Logger LOGGER = Logger.getLogger("org.callwright.cleanup");

    private final List<String> told = new CopyOnWriteArrayList<>();

    public Ear() {
        LOGGER.addHandler(this);
    }

    /** Whether a message of this number was told by now. */
    public boolean heard(String id) {
        return find(id).isPresent();
    }

    /** The first message of this number, which is waited for. */
    public String line(String id) {
        Eventually.eventually(id + " is told", () -> heard(id));
        return find(id).orElseThrow();
    }

    private Optional<String> find(String id) {
        return told.stream().filter(line -> line.startsWith(id)).findFirst();
    }

    @Override
    public void publish(LogRecord message) {
        if (message.getLevel().intValue() >= Level.INFO.intValue()) {
            told.add(message.getMessage());
        }
    }

    @Override
    public void flush() {
        // nothing is kept back
    }

    @Override
    public void close() {
        LOGGER.removeHandler(this);
    }
}
