package org.callwright.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.callwright.http.Freshness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlayCacheTest {

    private static final Freshness FRESH = new Freshness(Map.of("cache-control", "max-age=60"), Instant.EPOCH);
    private static final long ROOM_FOR_TWO = 2 * PlayCache.LEAST_BYTES;

    @TempDir
    Path folder;
    private final PlayCache cache = new PlayCache(ROOM_FOR_TWO);

    @Test
    void theOneNotUsedForTheLongestTimeShouldGoFirst() throws IOException {
        keep("a", FRESH);
        keep("b", FRESH);
        find("a");
        keep("c", FRESH);

        assertThat(cache.find(url("b"))).isEmpty();
        assertThat(cache.find(url("a"))).isPresent();
        assertThat(folder.resolve("b")).doesNotExist();
        assertThat(folder.resolve("a")).exists();
    }

    @Test
    void aFileThatIsBeingPlayedShouldStayUntilItIsNot() throws IOException {
        keep("a", FRESH);
        SharedFile.Hold first = find("a");
        SharedFile.Hold second = find("a");
        cache.forget(url("a"));

        first.release();
        first.release();
        assertThat(folder.resolve("a")).exists();
        second.release();
        assertThat(folder.resolve("a")).doesNotExist();
    }

    @Test
    void aNewFileShouldTakeThePlaceOfTheOldOne() throws IOException {
        keep("a", FRESH);
        SharedFile.Hold newer = new SharedFile(Files.createFile(folder.resolve("a2"))).hold();
        cache.keep(url("a"), newer, 1, FRESH);
        newer.release();

        assertThat(folder.resolve("a")).doesNotExist();
        assertThat(find("a").path()).isEqualTo(folder.resolve("a2"));
    }

    @Test
    void whatMayNotBeKeptShouldPutAnEndToWhatWas() throws IOException {
        keep("a", FRESH);
        keep("a", new Freshness(Map.of("cache-control", "no-store"), Instant.EPOCH));

        assertThat(cache.find(url("a"))).isEmpty();
        assertThat(folder.resolve("a")).doesNotExist();
    }

    @Test
    void aConfirmationOfAnOlderFileShouldNotChangeTheNewerOne() throws IOException {
        keep("a", FRESH);
        PlayCache.Kept old = cache.find(url("a")).orElseThrow();
        SharedFile.Hold newer = new SharedFile(Files.createFile(folder.resolve("a2"))).hold();
        cache.keep(url("a"), newer, 1, FRESH);
        cache.confirm(url("a"), old, new Freshness(Map.of("cache-control", "no-store"), Instant.EPOCH));

        assertThat(find("a").path()).isEqualTo(folder.resolve("a2"));
    }

    @Test
    void whatIsTooLargeOrSaysTooMuchShouldNotBeKept() throws IOException {
        SharedFile.Hold large = new SharedFile(Files.createFile(folder.resolve("large"))).hold();
        cache.keep(url("large"), large, ROOM_FOR_TWO + 1, FRESH);
        keep("x".repeat(5_000), "long", FRESH);
        keep("etag", new Freshness(
                Map.of("cache-control", "max-age=60", "etag", '"' + "x".repeat(5_000) + '"'), Instant.EPOCH));

        assertThat(cache.find(url("large"))).isEmpty();
        assertThat(cache.find(url("x".repeat(5_000)))).isEmpty();
        assertThat(cache.find(url("etag"))).isEmpty();
    }

    @Test
    void aFileThatSomebodyRemovedShouldNotBeFound() throws IOException {
        keep("a", FRESH);
        Files.delete(folder.resolve("a"));

        assertThat(cache.find(url("a"))).isEmpty();
    }

    private void keep(String name, Freshness freshness) throws IOException {
        keep(name, name, freshness);
    }

    private void keep(String name, String fileName, Freshness freshness) throws IOException {
        Path file = folder.resolve(fileName);
        SharedFile.Hold hold = new SharedFile(Files.exists(file) ? file : Files.createFile(file)).hold();
        cache.keep(url(name), hold, 1, freshness);
        hold.release();
    }

    private SharedFile.Hold find(String name) {
        return cache.find(url(name)).orElseThrow().file();
    }

    private static URI url(String name) {
        return URI.create("http://a.example/" + name);
    }
}
