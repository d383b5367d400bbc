package org.callwright.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCacheTest {

    @TempDir
    Path folder;
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void whatWasPutShouldBeFoundWithItsLabelAlsoAfterARestart() throws IOException {
        put(open(1_000), "a", 10);
        FileCache.Lease lease = open(1_000).find("a").orElseThrow();
        assertThat(lease.file()).hasSize(10);
        assertThat(lease.label()).isEqualTo("label of a");
    }

    @Test
    void theLeastRecentlyUsedShouldGoFirst() throws IOException {
        FileCache cache = open(25);
        put(cache, "a", 10);
        put(cache, "b", 10);
        cache.find("a").orElseThrow().release();
        tick();
        put(cache, "c", 10);
        assertThat(names()).containsExactlyInAnyOrder("a", "c");
        assertThat(cache.bytes()).isEqualTo(20);
    }

    @Test
    void aFileInUseShouldNotBeDeletedUntilItIsReleased() throws IOException {
        FileCache cache = open(15);
        put(cache, "a", 10);
        FileCache.Lease held = cache.find("a").orElseThrow();
        tick();
        FileCache.Lease second = cache.put("b", "", file -> Files.write(file, new byte[10]));
        assertThat(names()).containsExactlyInAnyOrder("a", "b");
        held.release();
        held.release();
        assertThat(names()).containsExactly("b");
        second.release();
        assertThat(names()).containsExactly("b");
    }

    @Test
    void aDamagedFileShouldBeFoundOutAndDropped() throws IOException {
        FileCache before = open(1_000);
        put(before, "cut", 10);
        put(before, "flipped", 10);
        put(before, "noteless", 10);
        put(before, "badnote", 10);
        Files.write(folder.resolve("cut.wav"), new byte[4]);
        Files.write(folder.resolve("flipped.wav"), new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 0});
        Files.delete(folder.resolve("noteless.note"));
        Files.writeString(folder.resolve("badnote.note"), "rubbish");
        Files.writeString(folder.resolve("left.tmp"), "unfinished");
        FileCache cache = open(1_000);
        assertThat(cache.find("cut")).isEmpty();
        assertThat(cache.find("flipped")).isEmpty();
        assertThat(cache.find("noteless")).isEmpty();
        assertThat(cache.find("badnote")).isEmpty();
        assertThat(cache.bytes()).isZero();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aFileThatSomebodyDeletedShouldBeMadeAnew() throws IOException {
        FileCache cache = open(1_000);
        put(cache, "a", 10);
        Files.delete(folder.resolve("a.wav"));
        assertThat(cache.find("a")).isEmpty();
        put(cache, "a", 12);
        assertThat(cache.find("a").orElseThrow().file()).hasSize(12);
        assertThat(cache.bytes()).isEqualTo(12);
    }

    @Test
    void contentThatFailsShouldLeaveNothing() throws IOException {
        FileCache cache = open(1_000);
        assertThatThrownBy(() -> cache.put("a", "", file -> {
            Files.write(file, new byte[5]);
            throw new IOException("disk full");
        })).hasMessage("disk full");
        assertThat(cache.find("a")).isEmpty();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void fileWhoseNoteCanNotBeWrittenShouldNotStay() throws IOException {
        FileCache cache = open(1_000);
        Files.writeString(Files.createDirectories(folder.resolve("a.note")).resolve("in the way"), "");
        assertThatThrownBy(() -> put(cache, "a", 10)).isInstanceOf(IOException.class);
        assertThat(names()).isEmpty();
        assertThat(cache.find("a")).isEmpty();
        assertThat(cache.bytes()).isZero();
    }

    private FileCache open(long maxBytes) {
        InstantSource time = () -> now;
        return new FileCache(folder, maxBytes, time.withZone(ZoneOffset.UTC));
    }

    private void put(FileCache cache, String key, int size) throws IOException {
        cache.put(key, "label of " + key, file -> Files.write(file, new byte[size])).release();
        tick();
    }

    private void tick() {
        now = now.plusSeconds(1);
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".wav"))
                    .map(name -> name.substring(0, name.length() - 4)).toList().stream();
        }
    }
}
