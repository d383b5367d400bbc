package org.callwright.media.embedded.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import org.callwright.media.codecs.WavFileWriter;
import org.callwright.media.codecs.file.GsmFileWriter;
import org.callwright.media.codecs.file.GsmReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSourceTest {

    private static short[] counting(int count) {
        short[] samples = new short[count];
        for (int i = 0; i < count; i++) {
            samples[i] = (short) (i % 30_011);
        }
        return samples;
    }

    private static Path file(Path folder, short[] samples) throws IOException {
        Path path = folder.resolve("p.wav");
        WavFileWriter.write(path, samples);
        return path;
    }

    private static short[] readAll(FileSource source, int length) throws PlayFailure {
        short[] heard = new short[length + 1];
        int done = 0;
        while (!source.ended()) {
            int now = source.read(heard, done, Math.min(161, heard.length - done));
            done += now;
            if (now == 0) {
                Thread.onSpinWait();
            }
        }
        assertThat(done).isEqualTo(length);
        return Arrays.copyOf(heard, length);
    }

    @Test
    void longFileShouldBeReadSampleBySampleAndAgainAfterEachRewind(@TempDir Path folder) throws Exception {
        for (int length : new int[] {0, 1, Prompt.BLOCK, Prompt.BLOCK + 1, 2 * Prompt.BLOCK, 5 * Prompt.BLOCK + 77}) {
            short[] audio = counting(length);
            Path path = file(Files.createDirectory(folder.resolve("of" + length)), audio);
            try (PromptStore store = new PromptStore(1)) {
                FileSource source = new FileSource(store, PromptStore.inspect(path));
                for (int pass = 0; pass < 3; pass++) {
                    assertThat(readAll(source, length)).isEqualTo(audio);
                    source.rewind();
                }
            }
        }
    }

    @Test
    void gsmFileShouldBeReadFrameByFrameAndAgainAfterEachRewind(@TempDir Path folder) throws Exception {
        int length = 5 * Prompt.BLOCK + 320;
        Path path = folder.resolve("p.of.any.name");
        try (GsmFileWriter writer = GsmFileWriter.create(path)) {
            writer.append(counting(length), 0, length);
        }
        short[] decoded = new short[length];
        new GsmReader(path).read(0, decoded, length);
        try (PromptStore store = new PromptStore(2)) {
            FileSource source = new FileSource(store, PromptStore.inspect(path));
            assertThat(source.read(new short[161], 0, 161)).isEqualTo(161);
            source.rewind();
            for (int pass = 0; pass < 3; pass++) {
                assertThat(readAll(source, length)).isEqualTo(decoded);
                source.rewind();
            }
        }
    }

    @Test
    void readShouldNotWaitForASlowDisk(@TempDir Path folder) throws Exception {
        short[] audio = counting(2 * Prompt.BLOCK);
        Path path = file(folder, audio);
        CountDownLatch disk = new CountDownLatch(1);
        try (PromptStore store = new PromptStore(1)) {
            Prompt prompt = PromptStore.inspect(path);
            store.beginning(prompt);
            store.loaders().execute(() -> {
                try {
                    disk.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            FileSource source = new FileSource(store, prompt);
            short[] heard = new short[2 * Prompt.BLOCK];
            assertThat(source.read(heard, 0, heard.length)).isEqualTo(Prompt.BLOCK);
            assertThat(source.read(heard, 0, 160)).as("while the disk is slow").isZero();
            disk.countDown();
            source.rewind();
            assertThat(readAll(source, audio.length)).isEqualTo(audio);
        }
    }

    @Test
    void fileThatBecameShorterShouldFailWhereItEnds(@TempDir Path folder) throws Exception {
        Path path = file(folder, counting(3 * Prompt.BLOCK));
        try (PromptStore store = new PromptStore(1)) {
            Prompt prompt = PromptStore.inspect(path);
            store.beginning(prompt);
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
                channel.truncate(2 * Prompt.BLOCK);
            }
            FileSource source = new FileSource(store, prompt);
            assertThatThrownBy(() -> readAll(source, 3 * Prompt.BLOCK)).isInstanceOf(PlayFailure.class)
                    .hasMessageContaining("became shorter");
        }
    }
}
