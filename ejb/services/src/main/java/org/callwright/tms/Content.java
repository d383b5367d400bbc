package org.callwright.tms;

import java.net.URI;

/** What is heard: a file that is played, or a text that is spoken and repeated when 1 is pressed. */
public sealed interface Content {

    /** Played once. */
    record Play(URI url) implements Content {
    }

    /** Spoken. */
    record Say(String text) implements Content {
    }
}
