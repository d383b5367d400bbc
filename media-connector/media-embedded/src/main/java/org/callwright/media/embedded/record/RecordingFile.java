package org.callwright.media.embedded.record;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.callwright.media.codecs.AudioFileWriter;
import org.callwright.media.codecs.WavFileWriter;
import org.callwright.media.codecs.file.GsmFileWriter;
import org.callwright.media.spi.AudioFormat;

/**
 * The way of recorded samples from a tick thread to a file: a queue that the tick thread fills and a writer
 * thread empties, so that a slow disk never holds up RTP. The queue bridges eight seconds; when the disk is slower than
 * that, or fails, the recording has failed and says so instead of having gaps.
 */
final class RecordingFile {

    private static final int SECONDS = 8;
    private static final int CHUNK = 8192;
    private static final int BLOCK = 2048;

    private final Path path;
    private final AudioFormat format;
    private final int channels;
    private final SampleQueue queue;
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private volatile long saved;
    private volatile boolean finished;
    private volatile String failure = "";
    private AudioFileWriter writer;

    /** @param channels 1, or 2 of a WAV; the samples of two come by turns */
    RecordingFile(Path path, AudioFormat format, int channels) {
        this.path = path;
        this.format = format;
        this.channels = channels;
        this.queue = new SampleQueue(SECONDS * 8000L * channels, BLOCK * channels);
    }

    /** Tick thread: takes samples, of all channels or of none; false when the recording has failed. */
    boolean offer(short[] samples, int offset, int count) {
        if (!failure.isEmpty()) {
            return false;
        }
        if (!queue.offer(samples, offset, count)) {
            failure = "the disk did not keep up for " + SECONDS + " s";
            return false;
        }
        return true;
    }

    /** Tick thread: no more samples will come. */
    void finish() {
        finished = true;
    }

    /** Why the file could not be written; empty while all is well. */
    String failure() {
        return failure;
    }

    /** Samples of each channel that are in the file. */
    long samples() {
        return saved / channels;
    }

    /** Ends, without failing, when the file is closed. */
    CompletableFuture<Void> closed() {
        return closed;
    }

    /** Writer thread: moves what is there to the file. */
    boolean drain(short[] chunk) {
        boolean last = finished;
        try {
            if (writer == null && saved == 0 && failure.isEmpty()) {
                writer = create();
            }
            if (writer != null) {
                append(chunk);
            }
        } catch (IOException | RuntimeException e) {
            fail(e);
        }
        if (last) {
            close();
        }
        return last;
    }

    private AudioFileWriter create() throws IOException {
        return switch (format) {
            case WAV -> WavFileWriter.create(path, channels);
            case GSM -> GsmFileWriter.create(path);
        };
    }

    private void append(short[] chunk) throws IOException {
        int count = queue.poll(chunk);
        while (count > 0) {
            writer.append(chunk, 0, count);
            saved += count;
            count = queue.poll(chunk);
        }
        writer.update();
    }

    private void close() {
        try {
            if (writer != null) {
                writer.close();
            }
        } catch (IOException | RuntimeException e) {
            fail(e);
        }
        closed.complete(null);
    }

    /** What went wrong first is the reason. */
    private void fail(Exception e) {
        if (failure.isEmpty()) {
            failure = FileFailure.of(e);
        }
    }

    static short[] chunk() {
        return new short[CHUNK];
    }
}
