package org.callwright.call.verb;

import java.util.List;
import java.util.Optional;
import org.callwright.call.value.HttpMethod;
import org.callwright.call.value.Parameter;
import org.callwright.call.value.WebTarget;

/** The URL that a verb asks when it is done. */
final class Action {

    static final List<Parameter> NO_PARAMETERS = List.of();

    private Action() {
    }

    /** The target of a written reference; empty when the reference is no URL. */
    static Optional<WebTarget> of(String reference, HttpMethod method, VerbContext call) {
        return call.resolve(reference).map(url -> new WebTarget(url, method));
    }

    /** Requests the action; without one, the document's own URL. */
    static void request(Optional<String> action, HttpMethod method, List<Parameter> own, VerbContext call) {
        if (action.isEmpty()) {
            call.request(new WebTarget(call.documentUrl(), method), own);
            return;
        }
        of(action.get(), method, call)
                .ifPresentOrElse(target -> call.request(target, own), () -> invalid(action.get(), call));
    }

    static void invalid(String reference, VerbContext call) {
        call.error(11100, "not a URL: " + reference);
        call.hangUp("the application gave an invalid URL");
    }
}
