package org.callwright.call.machine;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.callwright.call.program.DialledBy;
import org.callwright.call.rcml.RcmlWarning;
import org.callwright.call.rcml.Verb;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.CallTarget;
import org.callwright.call.value.OutboundCall;
import org.callwright.call.value.ProgressCallback;
import org.callwright.call.value.WebTarget;

/**
 * Makes a call of what a Dial says. Nobody is called when there is no way to the callee, or none to ask him as the
 * document wants; the owner is told why.
 *
 * @param resolve makes an absolute URL of a reference of the document
 */
record DialOrder(Step step, Verb.Dial dial, Function<String, Optional<URI>> resolve) {

    private static final int NO_TRUNK = 11004;
    private static final int INVALID_URI = 11100;
    private static final String ANONYMOUS = "anonymous";
    /** Nothing that could end the place where the text stands in a SIP header. */
    private static final Pattern CALLER = Pattern.compile("[^\\s<>\"\\\\\\p{Cntrl}]{1,255}");

    Optional<OutboundCall> call() {
        return step.leg().facts().account().flatMap(account -> dial.callee().flatMap(callee -> call(account, callee)));
    }

    private Optional<OutboundCall> call(AccountSid account, Verb.Dial.Callee callee) {
        CallTarget target = callee.target();
        Optional<String> trunk = step.session().policy().trunk();
        Optional<WebTarget> screening = callee.screening().flatMap(this::screening);
        if (step.leg().dialler().isPresent()) {
            error(RcmlWarning.UNSUPPORTED, "Dial failed: who was dialled himself can't dial before he is put through");
            return Optional.empty();
        }
        if (target.number() && trunk.isEmpty()) {
            error(NO_TRUNK, "Dial failed: there is no trunk by which a number could be called");
            return Optional.empty();
        }
        if (callee.screening().isPresent() && screening.isEmpty()) {
            error(INVALID_URI, "Dial failed: not a URL: " + callee.screening().get().url());
            return Optional.empty();
        }
        return Optional.of(new OutboundCall(account, caller(), target.to(), target.uri(trunk.orElse("")),
                target.headers(), new DialledBy(step.sid(), screening), Duration.ofSeconds(dial.timeout()),
                progress(callee), step.leg().facts().recordings(), callee.credentials()));
    }

    private String caller() {
        String from = dial.callerId().orElse(step.leg().facts().from());
        boolean uriWithoutUser = from.contains(":") && !from.contains("@");
        return CALLER.matcher(from).matches() && !uriWithoutUser ? from : ANONYMOUS;
    }

    private Optional<WebTarget> screening(Verb.Dial.Screening wanted) {
        return resolve.apply(wanted.url()).map(url -> new WebTarget(url, wanted.method()));
    }

    private Optional<ProgressCallback> progress(Verb.Dial.Callee callee) {
        Optional<ProgressCallback> callback = callee.progress().flatMap(wanted -> resolve.apply(wanted.url())
                .map(url -> new ProgressCallback(new WebTarget(url, wanted.method()), wanted.events())));
        if (callee.progress().isPresent() && callback.isEmpty()) {
            error(INVALID_URI, "Dial: the status callback is not a URL: " + callee.progress().get().url());
        }
        return callback;
    }

    private void error(int code, String message) {
        step.notify(0, code, message, Optional.empty(), "");
    }
}
