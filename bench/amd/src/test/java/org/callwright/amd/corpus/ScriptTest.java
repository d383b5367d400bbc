package org.callwright.amd.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ScriptTest {

    private static Set<String> sentences(Part part) {
        return Script.all().stream().filter(script -> script.part() == part)
                .flatMap(script -> script.sentences().stream()).collect(Collectors.toSet());
    }

    @Test
    void partsShouldShareOneWordAndNamesOnly() {
        Set<String> both = sentences(Part.TUNING);
        both.retainAll(sentences(Part.TEST));
        assertThat(both).containsExactlyInAnyOrder("Hello?", "{first} {last}.", "{number}.");
    }

    @Test
    void partsShouldShareNoVoice() {
        List<Voice> voices = Voice.all(true);
        assertThat(voices.stream().map(voice -> voice.program() + voice.name())).doesNotHaveDuplicates();
        assertThat(voices.stream().map(Voice::part).distinct()).hasSize(2);
    }

    @Test
    void everyPartShouldHaveTheSameGroupsForBothKinds() {
        for (Kind kind : Kind.values()) {
            assertThat(groups(Part.TUNING, kind)).isEqualTo(groups(Part.TEST, kind)).isNotEmpty();
        }
    }

    private static Set<String> groups(Part part, Kind kind) {
        return Script.all().stream().filter(script -> script.part() == part && script.kind() == kind)
                .map(Script::group).collect(Collectors.toSet());
    }

    @Test
    void namesShouldBeFilledInTheSameForTheSameSeed() {
        for (Script script : Script.all()) {
            List<String> filled = script.fill(new Random(5));
            assertThat(filled).isEqualTo(script.fill(new Random(5))).noneMatch(text -> text.contains("{"));
        }
    }

    @Test
    void heavyScriptsShouldBePickedMoreOften() {
        Script rare = new Script(Part.TEST, Kind.HUMAN, "rare", 1, List.of("a"));
        Script often = new Script(Part.TEST, Kind.HUMAN, "often", 9, List.of("b"));
        Random random = new Random(6);
        int picked = 0;
        for (int i = 0; i < 1000; i++) {
            picked += Script.pick(List.of(rare, often), random) == often ? 1 : 0;
        }
        assertThat(picked).isBetween(850, 950);
    }
}
