package org.callwright.call.machine;

import java.util.Optional;
import org.callwright.call.CallEvent;
import org.callwright.call.Effect;
import org.callwright.call.record.RecordingAnswer;
import org.callwright.call.record.RecordingRecord;
import org.callwright.call.state.Operation;
import org.callwright.call.state.Program;
import org.callwright.call.value.RecordingSid;
import org.callwright.call.value.RecordingVerdict;

/**
 * Records a call from outside while its program goes on: one such recording at a time. No verb hears of it, a new
 * document does not end it; the end of the call does, by the same step as every recording. Each question gets one
 * answer.
 */
record RecordingLive(Step step) {

    void asked(CallEvent.RecordingQuestion question) {
        if (question instanceof CallEvent.RecordingRequested wanted) {
            start(wanted);
        } else {
            stop(question.recording());
        }
    }

    private void start(CallEvent.RecordingRequested wanted) {
        RecordingSid sid = wanted.recording();
        if (ending()) {
            answer(sid, RecordingVerdict.CALL_ENDED);
        } else if (!step.leg().talking() || step.leg().facts().account().isEmpty()) {
            answer(sid, RecordingVerdict.NOT_TALKING);
        } else if (live().isPresent()) {
            answer(sid, RecordingVerdict.RUNNING_ALREADY);
        } else {
            answer(RecordingVerdict.STARTED, new Operations(step).recordLive(sid, wanted.order()));
        }
    }

    private void stop(RecordingSid sid) {
        Optional<Operation.Recording> running = live().filter(one -> one.sid().equals(sid));
        if (ending()) {
            answer(sid, RecordingVerdict.CALL_ENDED);
        } else if (running.isEmpty()) {
            answer(sid, RecordingVerdict.NOT_RECORDING);
        } else {
            step.emit(new Effect.StopRecording(step.sid(), running.get().number()));
            answer(RecordingVerdict.STOPPING, running.get());
        }
    }

    private boolean ending() {
        return step.program() instanceof Program.Closing || step.program() instanceof Program.Farewell;
    }

    private Optional<Operation.Recording> live() {
        return step.session().operations().stream()
                .filter(Operation.Recording.class::isInstance)
                .map(Operation.Recording.class::cast)
                .filter(Operation::besideTheProgram)
                .findFirst();
    }

    private void answer(RecordingSid sid, RecordingVerdict verdict) {
        step.emit(new Effect.AnswerRecordingQuestion(step.sid(), RecordingAnswer.none(sid, verdict)));
    }

    private void answer(RecordingVerdict verdict, Operation.Recording recording) {
        Optional<RecordingRecord> row = new Operations(step).growing(recording);
        step.emit(new Effect.AnswerRecordingQuestion(step.sid(), new RecordingAnswer(recording.sid(), verdict, row)));
    }
}
