package org.callwright.recordings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callwright.call.record.RecordingRecord;
import org.callwright.call.record.RecordingRecord.Status;
import org.callwright.call.value.RecordingSid;
import org.callwright.records.RecordArchive;

/** Recordings by their SIDs: the row with its present length, and its removal together with the audio. */
@ApplicationScoped
public class Recordings {

    private final RecordArchive archive;
    private final RecordingFiles files;

    /**
     * What became of recordings that were to be removed.
     *
     * @param rows removed by this call; others may have removed some at the same time
     * @param bytes of audio removed by this call
     * @param failures why audio could not be removed, by the recordings that stay because of it
     */
    public record Removal(int rows, long bytes, Map<RecordingSid, UncheckedIOException> failures) {
    }

    /** For the container's proxy. */
    protected Recordings() {
        this(null, null);
    }

    @Inject
    public Recordings(RecordArchive archive, RecordingFiles files) {
        this.archive = archive;
        this.files = files;
    }

    /** The recording; one that is still growing has the length that it has now. */
    public Optional<RecordingRecord> find(RecordingSid sid) {
        return archive.recording(sid).map(this::withPresentLength);
    }

    /**
     * Removes audio and row, the audio first: when that fails the row stays and the removal can be asked for again.
     *
     * @throws RecordingInProgressException nothing was removed
     */
    public void remove(RecordingRecord recording) throws RecordingInProgressException {
        if (recording.status() == Status.IN_PROGRESS) {
            throw new RecordingInProgressException(recording.sid());
        }
        Removal removal = removeAll(List.of(recording));
        if (!removal.failures().isEmpty()) {
            throw removal.failures().get(recording.sid());
        }
    }

    /**
     * Removes the audio of each, and then the rows of those whose audio is gone, in one transaction. A crash in between
     * leaves rows, which can be removed again. Recordings that are still being made are left out.
     */
    public Removal removeAll(List<RecordingRecord> recordings) {
        long bytes = 0;
        List<RecordingSid> gone = new ArrayList<>();
        Map<RecordingSid, UncheckedIOException> failures = new LinkedHashMap<>();
        for (RecordingRecord recording : recordings) {
            if (recording.status() != Status.IN_PROGRESS) {
                try {
                    long size = files.size(recording.sid());
                    bytes += files.delete(recording.sid()) ? size : 0;
                    gone.add(recording.sid());
                } catch (UncheckedIOException e) {
                    failures.put(recording.sid(), e);
                }
            }
        }
        return new Removal(archive.removeRecordings(gone), bytes, failures);
    }

    private RecordingRecord withPresentLength(RecordingRecord row) {
        if (row.status() != Status.IN_PROGRESS) {
            return row;
        }
        return new RecordingRecord(row.sid(), row.account(), row.call(), row.created(), row.updated(), row.status(),
                files.length(row.sid()), row.reason(), row.format());
    }
}
