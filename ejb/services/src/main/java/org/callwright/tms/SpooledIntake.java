package org.callwright.tms;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;

/** Keeps recipients in memory, and all but the last ones in a file when there are many. */
public final class SpooledIntake implements Intake {

    static final int CHUNK = 1_000;
    private static final int IN_MEMORY = 100_000;
    private static final int LONGEST = 256;
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");

    private final Path folder;
    private final Acceptor acceptor;
    private final StringBuilder lines = new StringBuilder();
    private Path file;
    private BufferedReader reader;
    private long size;

    /** Writes a message and the pieces of its list down. */
    @FunctionalInterface
    public interface Acceptor {

        /** @param chunks can be gone through more than once */
        TmsMessage accept(MessageOrder order, Iterable<List<String>> chunks);
    }

    /**
     * Makes an empty one.
     *
     * @param folder where the file may be made
     */
    public SpooledIntake(Path folder, Acceptor acceptor) {
        this.folder = folder;
        this.acceptor = acceptor;
    }

    /** A blank one is none. */
    @Override
    public void add(String phone) {
        String line = CONTROLS.matcher(phone).replaceAll(" ").strip();
        if (line.isEmpty()) {
            return;
        }
        lines.append(line, 0, Math.min(line.length(), LONGEST)).append('\n');
        size++;
        if (lines.length() > IN_MEMORY) {
            spool();
        }
    }

    private void spool() {
        try {
            if (file == null) {
                Files.createDirectories(folder);
                file = Files.createTempFile(folder, "recipients", ".txt");
            }
            Files.writeString(file, lines, UTF_8, StandardOpenOption.APPEND);
            lines.setLength(0);
        } catch (IOException e) {
            throw new UncheckedIOException("recipients can't be kept", e);
        }
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public TmsMessage accept(MessageOrder order) {
        if (file != null) {
            spool();
        }
        return acceptor.accept(order, Chunks::new);
    }

    @Override
    public void close() {
        try {
            closeReader();
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            TmsLog.LOG.fileStays(file.getFileName().toString(), e);
        }
    }

    private void closeReader() throws IOException {
        if (reader != null) {
            reader.close();
        }
    }

    private final class Chunks implements Iterator<List<String>> {

        private List<String> next;

        private Chunks() {
            try {
                closeReader();
                reader = file == null ? new BufferedReader(new StringReader(lines.toString()))
                        : Files.newBufferedReader(file, UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            next = read();
        }

        private List<String> read() {
            List<String> chunk = new ArrayList<>();
            try {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    chunk.add(line);
                    if (chunk.size() == CHUNK) {
                        break;
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return chunk;
        }

        @Override
        public boolean hasNext() {
            return !next.isEmpty();
        }

        @Override
        public List<String> next() {
            if (next.isEmpty()) {
                throw new NoSuchElementException();
            }
            List<String> given = next;
            next = read();
            return given;
        }
    }
}
