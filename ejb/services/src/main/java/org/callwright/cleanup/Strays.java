package org.callwright.cleanup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.callwright.call.value.RecordingSid;
import org.callwright.recordings.RecordingFiles;

/**
 * Looks for files without a recording and for completed recordings without a file, older than {@link #GRACE}: younger
 * ones may be on their way. Only finds them: a file without a row is what a database restored from an older backup makes
 * of good audio.
 */
final class Strays {

    static final Duration GRACE = Duration.ofHours(1);

    private final KeptRecordings kept;
    private final RecordingFiles files;
    private final int batch;
    private final Instant before;
    private final BooleanSupplier stop;

    /** Strays of one kind: how many, and the names of the first. All names are in the log at DEBUG. */
    static final class Found {

        private static final int MOST_EXAMPLES = 5;

        private long count;
        private final List<String> examples = new ArrayList<>();

        private void add(String name, String problem) {
            CleanupLog.LOG.debugf("%s %s", name, problem);
            count++;
            if (examples.size() < MOST_EXAMPLES) {
                examples.add(name);
            }
        }

        long count() {
            return count;
        }

        String examples() {
            return String.join(", ", examples);
        }
    }

    Strays(KeptRecordings kept, RecordingFiles files, int batch, Clock clock, BooleanSupplier stop) {
        this.kept = kept;
        this.files = files;
        this.batch = batch;
        this.before = clock.instant().minus(GRACE);
        this.stop = stop;
    }

    /** Files that belong to no recording, whatever they are called. */
    Found filesWithoutRow() {
        Found found = new Found();
        List<Path> read = new ArrayList<>();
        try (DirectoryStream<Path> all = files.all()) {
            for (Path file : all) {
                read.add(file);
                if (read.size() == batch) {
                    look(read, found);
                    read.clear();
                }
                if (stop.getAsBoolean()) {
                    return found;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DirectoryIteratorException e) {
            throw new UncheckedIOException(e.getCause());
        }
        look(read, found);
        return found;
    }

    private void look(List<Path> read, Found found) {
        List<Path> old = read.stream().filter(this::old).toList();
        Set<RecordingSid> known = kept.known(
                old.stream().map(RecordingFiles::sidOf).flatMap(Optional::stream).toList());
        old.stream()
                .filter(file -> RecordingFiles.sidOf(file).filter(known::contains).isEmpty())
                .filter(Files::exists)
                .forEach(file -> found.add(file.getFileName().toString(), "has no recording"));
    }

    private boolean old(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.isRegularFile() && attributes.lastModifiedTime().toInstant().isBefore(before);
        } catch (IOException e) {
            return false;
        }
    }

    /** Recordings that should have audio, and have none. */
    Found rowsWithoutFile() {
        Found found = new Found();
        List<RecordingSid> rows = kept.completed(before, "", batch);
        while (!rows.isEmpty() && !stop.getAsBoolean()) {
            List<RecordingSid> missing = rows.stream().filter(sid -> files.find(sid).isEmpty()).toList();
            Set<RecordingSid> stillThere = kept.known(missing);
            missing.stream().filter(stillThere::contains).forEach(sid -> found.add(sid.value(), "has no file"));
            rows = kept.completed(before, rows.get(rows.size() - 1).value(), batch);
        }
        return found;
    }
}
