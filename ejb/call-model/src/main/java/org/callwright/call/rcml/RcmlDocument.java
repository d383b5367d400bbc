package org.callwright.call.rcml;

import java.util.List;

/** The verbs of a document in their order, and what was wrong with it. */
public record RcmlDocument(List<Verb> verbs, List<RcmlWarning> warnings) {

    public RcmlDocument {
        verbs = List.copyOf(verbs);
        warnings = List.copyOf(warnings);
    }
}
