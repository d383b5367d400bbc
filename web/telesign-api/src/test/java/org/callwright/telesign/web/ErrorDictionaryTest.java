package org.callwright.telesign.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.callwright.telesign.TelesignError;
import org.junit.jupiter.api.Test;

/** The error dictionary of the docs says what the code does, all of it and nothing else. */
class ErrorDictionaryTest {

    private static final Pattern ROW = Pattern.compile("\\| (\\d{3}) \\| ([0-9, ]+) \\| .+ \\|");

    @Test
    void dictionaryShouldHaveEveryErrorWithItsStatusAndNoOther() throws IOException {
        List<String> described = Files.readAllLines(Path.of("../../docs/errors.md")).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .flatMap(row -> Stream.of(row.group(2).split(", ")).map(code -> row.group(1) + " " + code))
                .toList();
        assertThat(described).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(
                Stream.of(TelesignError.values()).map(error -> error.httpStatus() + " " + error.code()).toList());
    }
}
