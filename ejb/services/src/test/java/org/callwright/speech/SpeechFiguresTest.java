package org.callwright.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import org.callwright.settings.SpeechSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As a management client sees them. */
class SpeechFiguresTest {

    @TempDir
    Path folder;

    @Test
    void figuresShouldBeThereUntilTheyAreClosed() throws Exception {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName name = new ObjectName(SpeechMXBean.NAME);
        Duration limit = Duration.ofSeconds(20);
        FileCache cache = new FileCache(folder, 1_000, Clock.systemUTC());
        try (ProviderChain chain = new ProviderChain(List.of(new FakeVoice("voice", 1, "en")),
                new SpeechSettings(1, 1, 1, limit, 1, limit), Executors.defaultThreadFactory(), Clock.systemUTC())) {
            new SpeechFigures(cache, chain).show();
            SpeechFigures figures = new SpeechFigures(cache, chain);
            figures.show();
            figures.hits.increment();
            chain.candidates("en").get(0).speak("x".repeat(160), "man");
            assertThat(server.getAttribute(name, "CacheHits")).isEqualTo(1L);
            assertThat(server.getAttribute(name, "CacheMaxBytes")).isEqualTo(1_000L);
            CompositeData[] providers = (CompositeData[]) server.getAttribute(name, "Providers");
            assertThat(providers).singleElement().satisfies(voice -> {
                assertThat(voice.get("provider")).isEqualTo("voice");
                assertThat(voice.get("spoken")).isEqualTo(1L);
                assertThat(voice.get("audioSeconds")).isEqualTo(2L);
                assertThat(voice.get("resting")).isEqualTo(false);
            });
            figures.close();
            assertThat(server.isRegistered(name)).isFalse();
        }
    }

    @Test
    void evictionsShouldBeCounted() throws Exception {
        FileCache cache = new FileCache(folder, 25, Clock.systemUTC());
        for (String key : List.of("a", "b", "c", "d")) {
            cache.put(key, "", file -> Files.write(file, new byte[10])).release();
        }
        assertThat(cache.evictions()).isEqualTo(2);
        assertThat(cache.size()).isEqualTo(2);
    }
}
