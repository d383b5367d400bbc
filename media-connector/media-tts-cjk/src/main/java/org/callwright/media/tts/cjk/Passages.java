package org.callwright.media.tts.cjk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.callwright.media.tts.espeak.Transcriber.Passage;

/** Collects what is read: pieces in the language's own letters that follow each other become one passage. */
final class Passages {

    private static final int LONGEST_ABBREVIATION = 4;

    private final List<Passage> done = new ArrayList<>();
    private final StringBuilder own = new StringBuilder();

    /** Punctuation goes close to the word before, words are parted by spaces. */
    void own(String text) {
        boolean glued = own.isEmpty() || text.isEmpty() || ",.!?".indexOf(text.charAt(0)) >= 0;
        own.append(glued ? "" : " ").append(text);
    }

    /** Short words in capitals are spelt. */
    void english(String latin) {
        flush();
        String words = Arrays.stream(latin.split(" ")).map(Passages::spelt).collect(Collectors.joining(" "));
        done.add(new Passage(words, true));
    }

    private static String spelt(String word) {
        boolean abbreviation = word.length() <= LONGEST_ABBREVIATION && word.chars().allMatch(Character::isUpperCase);
        return abbreviation ? String.join(" ", word.split("")) : word;
    }

    /** All of them; those without a letter or a digit are left out. */
    List<Passage> all() {
        flush();
        return List.copyOf(done);
    }

    private void flush() {
        if (own.chars().anyMatch(Character::isLetterOrDigit)) {
            done.add(new Passage(own.toString().strip(), false));
        }
        own.setLength(0);
    }
}
