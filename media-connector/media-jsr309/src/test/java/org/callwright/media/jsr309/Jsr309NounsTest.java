package org.callwright.media.jsr309;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page that maps our nouns to those of the API. */
class Jsr309NounsTest {

    private static final Path PORTS = Path.of("../media-spi/src/main/java/org/callwright/media/spi");

    @Test
    void pageShouldHaveEveryNounOfThePorts() throws IOException {
        String page = Files.readString(Path.of("../../docs/jsr309.md"));
        String table = page.substring(page.indexOf("## Noun by noun"));
        List<String> nouns;
        try (Stream<Path> files = Files.list(PORTS)) {
            nouns = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java") && !name.equals("package-info.java"))
                    .map(name -> name.replace(".java", "")).sorted().toList();
        }
        assertThat(nouns).contains("MediaSession", "Player");
        assertThat(nouns).allSatisfy(noun -> assertThat(table).containsPattern("`" + noun + "\\b"));
    }
}
