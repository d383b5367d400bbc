package org.callwright.media.embedded.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import org.callwright.media.codecs.WavFileWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptStoreTest {

    private static short[] filled(int count, int value) {
        short[] samples = new short[count];
        Arrays.fill(samples, (short) value);
        return samples;
    }

    @Test
    void beginningsShouldBeSharedAndTheLastBlockShort(@TempDir Path folder) throws IOException {
        Path path = folder.resolve("p.wav");
        short[] audio = filled(Prompt.BLOCK + 10, 7);
        audio[Prompt.BLOCK + 9] = 8;
        WavFileWriter.write(path, audio);
        try (PromptStore store = new PromptStore(1)) {
            Prompt prompt = PromptStore.inspect(path);
            assertThat(prompt.samples()).isEqualTo(Prompt.BLOCK + 10);
            short[] first = store.beginning(prompt);
            assertThat(first).hasSize(Prompt.BLOCK).containsOnly(7);
            assertThat(store.beginning(prompt)).isSameAs(first);
            short[] buffer = new short[Prompt.BLOCK];
            store.fill(store.reader(prompt), 1, buffer).join();
            assertThat(buffer).startsWith(7, 7, 7, 7, 7, 7, 7, 7, 7, 8, 0);
        }
    }

    @Test
    void fileThatGotShorterShouldFailTheBlock(@TempDir Path folder) throws IOException {
        Path path = folder.resolve("p.wav");
        WavFileWriter.write(path, filled(10, 7));
        try (PromptStore store = new PromptStore(1)) {
            Prompt longer = new Prompt(path, 0, Prompt.BLOCK + 10);
            assertThatThrownBy(() -> store.fill(store.reader(longer), 1, new short[Prompt.BLOCK]).join())
                    .hasRootCauseInstanceOf(IOException.class).hasMessageContaining("became shorter");
        }
    }

    @Test
    void changedFileShouldNotBePlayedFromTheCache(@TempDir Path folder) throws IOException {
        Path path = folder.resolve("p.wav");
        WavFileWriter.write(path, filled(100, 1));
        try (PromptStore store = new PromptStore(1)) {
            assertThat(store.beginning(PromptStore.inspect(path))).containsOnly(1);
            Files.delete(path);
            WavFileWriter.write(path, filled(100, 2));
            Files.setLastModifiedTime(path, FileTime.fromMillis(1_000_000));
            assertThat(store.beginning(PromptStore.inspect(path))).containsOnly(2);
        }
    }

    @Test
    void manyLongFilesShouldStayWithinTheBudget(@TempDir Path folder) throws IOException {
        Path path = folder.resolve("p.wav");
        WavFileWriter.write(path, filled(Prompt.BLOCK, 1));
        try (PromptStore store = new PromptStore(1)) {
            Prompt first = new Prompt(path, 0, Prompt.BLOCK);
            short[] block = store.beginning(first);
            long others = PromptStore.BUDGET_BYTES / (2 * Prompt.BLOCK);
            for (long i = 1; i <= others; i++) {
                store.beginning(new Prompt(path, i, Prompt.BLOCK));
            }
            assertThat(store.beginning(first) == block).as("still cached").isFalse();
        }
    }

    @Test
    void fileOfAnotherKindShouldBeRefused(@TempDir Path folder) throws IOException {
        Path path = folder.resolve("p.wav");
        WavFileWriter.write(path, filled(100, 1));
        byte[] bytes = Files.readAllBytes(path);
        bytes[24] = (byte) 0x80;
        bytes[25] = 0x3E;
        Files.write(path, bytes);
        assertThatThrownBy(() -> PromptStore.inspect(path)).isInstanceOf(IOException.class)
                .hasMessageContaining("8 kHz");
    }
}
