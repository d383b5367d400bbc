package org.callwright.media.tts.espeak;

import java.util.ArrayList;
import java.util.List;

/**
 * What the program is given for one text: its options and its input. Only a transcription with passages in English
 * needs markup (SSML); everything else goes in as plain text.
 */
record Utterance(List<String> options, String input) {

    private static final String ENGLISH = "en-us";

    static Utterance plain(String variant, String text) {
        return new Utterance(options(variant, false), text);
    }

    static Utterance of(String voice, boolean woman, List<Transcriber.Passage> passages) {
        String variant = EspeakVoices.variant(voice, woman);
        if (passages.stream().noneMatch(Transcriber.Passage::english)) {
            StringBuilder text = new StringBuilder();
            passages.forEach(passage -> text.append(passage.text()));
            return plain(variant, text.toString());
        }
        StringBuilder markup = new StringBuilder("<speak>");
        for (Transcriber.Passage passage : passages) {
            if (passage.english()) {
                markup.append("<voice name=\"").append(EspeakVoices.variant(ENGLISH, woman)).append("\">")
                        .append(escaped(passage.text())).append("</voice>");
            } else {
                markup.append(escaped(passage.text()));
            }
        }
        return new Utterance(options(variant, true), markup.append("</speak>").toString());
    }

    private static List<String> options(String variant, boolean markup) {
        List<String> options = new ArrayList<>(List.of("-v", variant, "-b", "1", "-z", "--stdin", "--stdout"));
        if (markup) {
            options.add("-m");
        }
        return List.copyOf(options);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
