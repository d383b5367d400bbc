package org.callwright.recordings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.callwright.call.record.RecordingRecord;
import org.callwright.call.record.RecordingRecord.Status;
import org.callwright.call.value.RecordingSid;
import org.callwright.records.RecordArchive;

/** One recording by its SID: the row with its present length, and its removal together with the audio. */
@ApplicationScoped
public class Recordings {

    private final RecordArchive archive;
    private final RecordingFiles files;

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
        files.delete(recording.sid());
        archive.removeRecording(recording.sid());
    }

    private RecordingRecord withPresentLength(RecordingRecord row) {
        if (row.status() != Status.IN_PROGRESS) {
            return row;
        }
        return new RecordingRecord(row.sid(), row.account(), row.call(), row.created(), row.updated(), row.status(),
                files.length(row.sid()), row.reason());
    }
}
