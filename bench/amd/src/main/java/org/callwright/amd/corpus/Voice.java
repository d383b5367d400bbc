package org.callwright.amd.corpus;

import java.util.ArrayList;
import java.util.List;

/**
 * A voice of a speech program.
 *
 * @param program {@code espeak-ng} or {@code flite}
 * @param name as the program calls it
 */
record Voice(String program, String name, Part part) {

    /** Every voice of the corpus, those of flite only where flite is. */
    static List<Voice> all(boolean flite) {
        List<Voice> voices = new ArrayList<>();
        for (String name : List.of("en-us", "en-us+f2", "en-gb+m3", "en-gb+f4", "en-gb-x-gbclan+m4", "en-us+Andy",
                "en-us+Annie", "en-029+m2", "en-gb", "en-gb-scotland+m7", "en-us+f5", "en-gb-x-rp+f3", "en-us-nyc+m1",
                "en-gb-x-gbcwmd+steph", "en-us+Alicia", "en-us+Denis")) {
            voices.add(new Voice("espeak-ng", name, Part.TUNING));
        }
        for (String name : List.of("en-us+Michael", "en-gb+Linda", "en-gb-x-rp+m6", "en-us-nyc+f1", "en-029+belinda",
                "en-gb-scotland+david", "en-gb-x-gbclan+Lee", "en-us+m8", "en-gb-x-gbcwmd+anika", "en-us+Marco")) {
            voices.add(new Voice("espeak-ng", name, Part.TEST));
        }
        if (flite) {
            voices.add(new Voice("flite", "kal", Part.TUNING));
            voices.add(new Voice("flite", "slt", Part.TUNING));
            voices.add(new Voice("flite", "rms", Part.TUNING));
            voices.add(new Voice("flite", "awb", Part.TEST));
        }
        return List.copyOf(voices);
    }

    @Override
    public String toString() {
        return program + " " + name;
    }
}
