package org.callwright.media.tts.mary;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into pieces of some 200 characters: behind the end of a sentence if there is one, else at a space. */
final class Sentences {

    private static final int MAX_LENGTH = 200;

    private Sentences() {
    }

    static List<String> of(String text) {
        List<String> pieces = new ArrayList<>();
        String rest = text.strip();
        while (rest.length() > MAX_LENGTH) {
            int cut = cut(rest);
            pieces.add(rest.substring(0, cut).strip());
            rest = rest.substring(cut).strip();
        }
        pieces.add(rest);
        return pieces.stream().filter(piece -> piece.chars().anyMatch(Character::isLetterOrDigit)).toList();
    }

    private static int cut(String text) {
        for (int i = MAX_LENGTH; i > 0; i--) {
            if (".!?;".indexOf(text.charAt(i - 1)) >= 0 && Character.isWhitespace(text.charAt(i))) {
                return i;
            }
        }
        int space = text.lastIndexOf(' ', MAX_LENGTH);
        return space > 0 ? space : MAX_LENGTH;
    }
}
