package org.callwright.call.state;

import java.net.URI;
import java.util.List;
import org.callwright.call.rcml.Verb;

/** What is left of a document: its URL, against which references resolve, and the verbs still to run. */
public record Script(URI url, List<Verb> rest) {

    public Script {
        rest = List.copyOf(rest);
    }

    /** Without the first verb. */
    public Script tail() {
        return new Script(url, rest.subList(1, rest.size()));
    }
}
