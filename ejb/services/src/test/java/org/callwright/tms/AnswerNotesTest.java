package org.callwright.tms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.callwright.call.value.CallSid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerNotesTest {

    @TempDir
    Path folder;

    private AnswerNotes notes() {
        return new AnswerNotes(folder.resolve("tms").resolve("answered"));
    }

    private static CallSid call(int number) {
        return new CallSid("CA" + String.format("%032x", number));
    }

    @Test
    void answerShouldBeKnownAfterARestart() {
        AnswerNotes notes = notes();
        notes.expect(call(1));
        notes.expect(call(2));
        notes.answered(call(1));
        notes.answered(call(1));
        assertThat(notes.has(call(1))).isTrue();
        assertThat(notes().has(call(1))).isTrue();
        assertThat(notes().has(call(2))).isFalse();
    }

    @Test
    void answersOfOtherCallsShouldNotBeNoted() {
        AnswerNotes notes = notes();
        notes.expect(call(1));
        notes.over(call(1));
        notes.answered(call(1));
        notes.answered(call(2));
        assertThat(folder.resolve("tms")).doesNotExist();
        assertThat(notes.has(call(1))).isFalse();
    }

    @Test
    void onlyTheNewestShouldBeKept() throws IOException {
        AnswerNotes notes = notes();
        for (int i = 0; i <= 2 * AnswerNotes.KEPT; i++) {
            notes.expect(call(i));
            notes.answered(call(i));
        }
        assertThat(Files.readAllLines(folder.resolve("tms").resolve("answered"))).hasSize(AnswerNotes.KEPT);
        assertThat(notes().has(call(2 * AnswerNotes.KEPT))).isTrue();
        assertThat(notes().has(call(0))).isFalse();
    }
}
