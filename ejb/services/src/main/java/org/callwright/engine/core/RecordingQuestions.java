package org.callwright.engine.core;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.callwright.call.CallEvent;
import org.callwright.call.record.RecordingAnswer;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.RecordingSid;
import org.callwright.call.value.RecordingVerdict;

/**
 * Who waits for what a call answers about a recording. A question begins before its event is posted and ends with the
 * call's answer, or with the call: so each is answered, whatever happens. Who asks the same at the same time gets the
 * same answer.
 */
final class RecordingQuestions {

    private final ConcurrentMap<RecordingSid, Open> open = new ConcurrentHashMap<>();

    private record Open(CallSid call, CompletableFuture<RecordingAnswer> answer) {
    }

    CompletionStage<RecordingAnswer> begin(CallEvent.RecordingQuestion question) {
        return open.computeIfAbsent(question.recording(), sid -> new Open(question.leg(), new CompletableFuture<>()))
                .answer();
    }

    void answered(RecordingAnswer answer) {
        Open asked = open.remove(answer.recording());
        if (asked != null) {
            asked.answer().complete(answer);
        }
    }

    /** The call does not take this one, or any, any more. */
    void unheard(CallEvent.RecordingQuestion question) {
        answered(RecordingAnswer.none(question.recording(), RecordingVerdict.CALL_ENDED));
    }

    /** The call is over. */
    void ended(CallSid call) {
        open.forEach((sid, asked) -> {
            if (asked.call().equals(call)) {
                answered(RecordingAnswer.none(sid, RecordingVerdict.CALL_ENDED));
            }
        });
    }
}
