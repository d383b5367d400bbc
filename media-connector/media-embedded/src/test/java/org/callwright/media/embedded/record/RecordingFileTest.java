package org.callwright.media.embedded.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.callwright.media.codecs.WavReader;
import org.callwright.media.spi.AudioFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingFileTest {

    private final short[] frame = new short[160];

    @Test
    void diskThatDoesNotKeepUpShouldFailTheRecordingAloud(@TempDir Path folder) throws IOException {
        RecordingFile file = new RecordingFile(folder.resolve("r.wav"), AudioFormat.WAV, 1);
        int taken = 0;
        while (file.offer(frame, 0, 160)) {
            taken++;
        }
        assertThat(taken).isEqualTo(8 * 50);
        assertThat(file.failure()).contains("8 s");
        file.finish();
        assertThat(file.drain(RecordingFile.chunk())).isTrue();
        assertThat(file.closed()).isCompleted();
    }

    @Test
    void fileThatCanNotBeMadeShouldFailTheRecordingWithItsReason(@TempDir Path folder) {
        RecordingFile file = new RecordingFile(folder.resolve("missing/r.wav"), AudioFormat.WAV, 1);
        assertThat(file.offer(frame, 0, 160)).isTrue();
        assertThat(file.drain(RecordingFile.chunk())).isFalse();
        assertThat(file.failure()).isEqualTo("the file could not be written: NoSuchFileException");
        assertThat(file.offer(frame, 0, 160)).isFalse();
        file.finish();
        assertThat(file.drain(RecordingFile.chunk())).isTrue();
        assertThat(file.samples()).isZero();
        assertThat(file.closed()).isCompleted();
    }

    @Test
    void samplesShouldSurviveTheQueueManyTimesOver(@TempDir Path folder) throws IOException {
        Path path = folder.resolve("r.wav");
        RecordingFile file = new RecordingFile(path, AudioFormat.WAV, 1);
        short number = 0;
        for (int i = 0; i < 3000; i++) {
            for (int k = 0; k < 160; k++) {
                frame[k] = number++;
            }
            assertThat(file.offer(frame, 0, 160)).isTrue();
            if (i % 400 == 7) {
                assertThat(file.drain(RecordingFile.chunk())).isFalse();
            }
        }
        file.finish();
        assertThat(file.drain(RecordingFile.chunk())).isTrue();
        short[] samples = WavReader.readAll(path, 60);
        assertThat(samples).hasSize(480_000);
        for (int i = 0; i < samples.length; i++) {
            assertThat(samples[i]).isEqualTo((short) i);
        }
    }
}
