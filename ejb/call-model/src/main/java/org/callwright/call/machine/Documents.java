package org.callwright.call.machine;

import java.util.List;
import java.util.Optional;
import org.callwright.call.CallEvent;
import org.callwright.call.Effect;
import org.callwright.call.rcml.RcmlDocument;
import org.callwright.call.rcml.RcmlReader;
import org.callwright.call.rcml.RcmlRefusal;
import org.callwright.call.state.CallFacts;
import org.callwright.call.state.Program;
import org.callwright.call.state.Program.Fetching.Role;
import org.callwright.call.state.Script;
import org.callwright.call.value.CallStatus;
import org.callwright.call.value.FetchFailure;
import org.callwright.call.value.FetchedDocument;
import org.callwright.call.value.Parameter;
import org.callwright.call.value.WebRequest;
import org.callwright.call.value.WebTarget;

/**
 * Asks applications for documents, and knows what follows when they give none: the fallback for the initial document, a
 * notification, and a refusal or a BYE.
 */
record Documents(Step step) {

    private static final int NOT_FOUND = 21402;
    private static final int LOOP = 11207;

    /** What went wrong with a document. */
    private record Failure(int log, int code, String message, String body, Refusal refusal) {
    }

    void initial(WebTarget target) {
        initial(target, List.of());
    }

    /** The first document, asked for with parameters of its own. */
    void initial(WebTarget target, List<Parameter> own) {
        fetch(target, own, Role.INITIAL);
    }

    void next(WebTarget target, List<Parameter> own) {
        fetch(target, own, Role.NEXT);
    }

    private void fetch(WebTarget target, List<Parameter> own, Role role) {
        WebRequest request = Requests.of(step.session(), target, own);
        if (!step.countDocument()) {
            step.notify(0, LOOP, "the call has fetched more than " + step.session().policy().maxDocuments()
                    + " documents and was taken for a loop", Optional.of(request), "");
            new Finalising(step).end(CallStatus.FAILED, Refusal.SETUP_PROBLEM, "too many documents");
            return;
        }
        long requestId = step.number();
        step.set(new Program.Fetching(requestId, request, role));
        step.emit(new Effect.FetchDocument(step.sid(), requestId, request));
    }

    void fetched(CallEvent.DocumentFetched event) {
        expected(event.requestId()).ifPresent(fetching -> {
            FetchedDocument document = event.document();
            if (document.status() < 200 || document.status() > 299) {
                failed(fetching, ofStatus(document));
                return;
            }
            try {
                run(fetching, document, RcmlReader.read(document));
            } catch (RcmlRefusal refusal) {
                failed(fetching, new Failure(0, refusal.code(), refusal.getMessage(), document.body(),
                        Refusal.DOCUMENT_PROBLEM));
            }
        });
    }

    void failed(CallEvent.DocumentFailed event) {
        expected(event.requestId()).ifPresent(fetching -> failed(fetching, new Failure(0,
                event.failure().notificationCode(), event.detail(), "", refusal(event.failure()))));
    }

    /** Too much asked of one application at once is over soon, so a caller may try again. */
    private static Refusal refusal(FetchFailure failure) {
        return failure == FetchFailure.BUDGET_EXHAUSTED ? Refusal.TRY_AGAIN : Refusal.SETUP_PROBLEM;
    }

    private Optional<Program.Fetching> expected(long requestId) {
        return step.program() instanceof Program.Fetching fetching && fetching.requestId() == requestId
                ? Optional.of(fetching)
                : Optional.empty();
    }

    private void run(Program.Fetching fetching, FetchedDocument fetched, RcmlDocument document) {
        document.warnings().forEach(warning -> step.notify(warning.log(), warning.code(), warning.message(),
                Optional.of(fetching.request()), ""));
        Running.run(step, new Script(
                UrlReference.ofDocument(fetching.request().target().url(), fetched.url()), document.verbs()));
    }

    private static Failure ofStatus(FetchedDocument document) {
        String message = "the application answered with status " + document.status();
        return document.status() == 404
                ? new Failure(1, NOT_FOUND, "URL Not Found", document.body(), Refusal.NOT_FOUND)
                : new Failure(0, FetchFailure.PROTOCOL.notificationCode(), message, document.body(),
                        Refusal.SETUP_PROBLEM);
    }

    private void failed(Program.Fetching fetching, Failure failure) {
        CallFacts facts = step.leg().facts();
        step.notify(failure.log(), failure.code(), failure.message(), Optional.of(fetching.request()), failure.body());
        if (fetching.role() == Role.INITIAL && facts.fallback().isPresent()) {
            fetch(facts.fallback().get(), List.of(
                    new Parameter("ErrorCode", Integer.toString(failure.code())),
                    new Parameter("ErrorUrl", fetching.request().target().url().toString())), Role.FALLBACK);
        } else {
            new Finalising(step).end(CallStatus.FAILED, failure.refusal(), "no document: " + failure.code());
        }
    }
}
