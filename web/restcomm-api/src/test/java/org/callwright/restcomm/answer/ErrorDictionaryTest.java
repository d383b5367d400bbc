package org.callwright.restcomm.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The error dictionary of the docs says what the code does, all of it and nothing else. */
class ErrorDictionaryTest {

    private static final Pattern ROW = Pattern.compile("\\| (CWAPI40\\d\\d) \\| (\\d{3}) \\| .+ \\|");

    @Test
    void dictionaryShouldHaveEveryErrorWithItsStatusAndNoOther() throws IOException {
        List<String> described = Files.readAllLines(Path.of("../../docs/errors.md")).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(row -> row.group(1) + " " + row.group(2))
                .toList();
        assertThat(described).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(
                Stream.of(ApiError.values()).map(error -> error.code() + " " + error.status()).toList());
    }
}
