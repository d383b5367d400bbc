package org.callwright.call.machine;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.callwright.call.CallEvent;
import org.callwright.call.Effect;
import org.callwright.call.rcml.Verb;
import org.callwright.call.record.RecordingRecord;
import org.callwright.call.record.RecordingRecord.Status;
import org.callwright.call.record.SayRecord;
import org.callwright.call.state.CallFacts;
import org.callwright.call.state.FinishedRecording;
import org.callwright.call.state.LiveRecording;
import org.callwright.call.state.Operation;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.AnsweredBy;
import org.callwright.call.value.MachineDetection;
import org.callwright.call.value.Prompt;
import org.callwright.call.value.PromptOutcome;
import org.callwright.call.value.RecordingFormat;
import org.callwright.call.value.RecordingOrder;
import org.callwright.call.value.RecordingOutcome;
import org.callwright.call.value.RecordingSid;
import org.callwright.call.value.RecordingSpec;
import org.callwright.call.value.SaySid;
import org.callwright.call.value.WebTarget;
import org.callwright.call.verb.RecordRun;

/**
 * Starts what media does and writes its row when it ends, whatever the call is doing by then: no Say without a Say
 * record, no recording without a final row.
 */
record Operations(Step step) {

    private static final String NO_END = "media told no end";

    Operation speak(Verb.Say say) {
        long number = step.number();
        add(new Operation.Speech(number, new SaySid(step.newSid("SA")), step.at(),
                say.text().codePointCount(0, say.text().length()), say.language(), say.voice(), say.loop()));
        step.emit(new Effect.PlayPrompt(step.sid(), number,
                new Prompt.Speech(say.text(), say.language(), say.voice()), say.loop()));
        return last();
    }

    Operation play(URI url, int loop) {
        return play(new Prompt.Audio(url), loop);
    }

    /** Plays what is no text. */
    Operation play(Prompt audio, int loop) {
        long number = step.number();
        add(new Operation.Audio(number));
        step.emit(new Effect.PlayPrompt(step.sid(), number, audio, loop));
        return last();
    }

    Operation.Detection detect(MachineDetection detection, Optional<WebTarget> callback) {
        Operation.Detection operation = new Operation.Detection(step.number(), callback);
        add(operation);
        step.emit(new Effect.DetectMachine(step.sid(), operation.number(), detection));
        return operation;
    }

    Operation.Recording record(RecordingSpec spec) {
        long number = step.number();
        Operation.Recording recording =
                new Operation.Recording(number, new RecordingSid(step.newSid("RE")), step.at(), Optional.empty());
        add(recording);
        save(recording, Status.IN_PROGRESS, Duration.ZERO, "");
        step.emit(new Effect.StartRecording(step.sid(), number, recording.sid(), spec.in(format()), format()));
        return recording;
    }

    /** A recording beside the program. */
    Operation.Recording recordLive(RecordingSid sid, RecordingOrder order) {
        Operation.Recording recording = new Operation.Recording(step.number(), sid, step.at(),
                Optional.of(new LiveRecording(order.callback())));
        add(recording);
        save(recording, Status.IN_PROGRESS, Duration.ZERO, "");
        step.emit(new Effect.StartLiveRecording(step.sid(), recording.number(), sid,
                order.maxLength().orElse(step.session().policy().maxCallLength()), format()));
        return recording;
    }

    /** The row of a recording that is being made. */
    Optional<RecordingRecord> growing(Operation.Recording recording) {
        return row(recording, Status.IN_PROGRESS, Duration.ZERO, "");
    }

    /** Takes a prompt off the running ones; empty when it is none of them. */
    Optional<Operation> ended(CallEvent.PromptEnded event) {
        Optional<Operation> found = find(event.operation())
                .filter(one -> one instanceof Operation.Speech || one instanceof Operation.Audio);
        found.ifPresent(operation -> {
            remove(operation);
            if (operation instanceof Operation.Speech speech) {
                save(speech, event.outcome());
            }
        });
        return found;
    }

    /** Takes a recording off the running operations; empty when it is none of them. */
    Optional<Operation> ended(CallEvent.RecordingEnded event) {
        Optional<Operation> found = find(event.operation()).filter(one -> one instanceof Operation.Recording);
        found.ifPresent(operation -> {
            remove(operation);
            finish((Operation.Recording) operation, event.outcome());
        });
        return found;
    }

    /** Takes a detection off the running operations; empty when it is none of them. */
    Optional<Operation.Detection> ended(CallEvent.MachineDetected event) {
        return abandonDetection(event.operation());
    }

    /** Takes the detection that runs off the running operations. */
    Optional<Operation.Detection> abandonDetection() {
        return step.session().operations().stream().filter(Operation.Detection.class::isInstance).findFirst()
                .flatMap(operation -> abandonDetection(operation.number()));
    }

    private Optional<Operation.Detection> abandonDetection(long number) {
        Optional<Operation.Detection> found = find(number).filter(Operation.Detection.class::isInstance)
                .map(Operation.Detection.class::cast);
        found.ifPresent(this::remove);
        return found;
    }

    /** Writes the rows of everything whose end does not come. */
    void abandonAll() {
        for (Operation operation : step.session().operations()) {
            remove(operation);
            if (operation instanceof Operation.Speech speech) {
                save(speech, new PromptOutcome(PromptOutcome.Result.FAILED, Duration.ZERO, "", "", "", 2300, NO_END));
            } else if (operation instanceof Operation.Recording recording) {
                save(recording, Status.FAILED, Duration.ZERO, NO_END);
            } else if (operation instanceof Operation.Detection detection) {
                new WhoAnswered(step).note(detection, AnsweredBy.UNKNOWN, Duration.ZERO);
            }
        }
    }

    private void finish(Operation.Recording recording, RecordingOutcome outcome) {
        if (outcome.reason() == RecordingOutcome.Reason.FAILED) {
            save(recording, Status.FAILED, outcome.length(), outcome.detail());
        } else if (recording.live().isEmpty() && RecordRun.isEmpty(outcome)) {
            step.emit(new Effect.DropRecording(recording.sid()));
        } else {
            save(recording, Status.COMPLETED, outcome.length(), "");
            CallFacts facts = step.leg().facts();
            step.set(facts.with(facts.callbacks().with(new FinishedRecording(recording.sid(), outcome.length()))));
        }
    }

    private void save(Operation.Recording recording, Status status, Duration length, String reason) {
        row(recording, status, length, reason).ifPresent(row -> {
            step.emit(new Effect.SaveRecording(row));
            recording.live().filter(live -> status != Status.IN_PROGRESS)
                    .ifPresent(live -> new Telling(step).of(row, live));
        });
    }

    private Optional<RecordingRecord> row(Operation.Recording recording, Status status, Duration length,
            String reason) {
        return account().map(account -> new RecordingRecord(recording.sid(), account, step.sid(), recording.created(),
                step.at(), status, length, reason, format()));
    }

    private RecordingFormat format() {
        return step.leg().facts().recordings();
    }

    private void save(Operation.Speech speech, PromptOutcome outcome) {
        boolean completed = outcome.result() != PromptOutcome.Result.FAILED;
        account().ifPresent(account -> step.emit(new Effect.SaveSay(new SayRecord(speech.sid(), account, step.sid(),
                speech.created(), completed, completed ? "" : (outcome.code() + " " + outcome.reason()).strip(),
                outcome.played(), speech.characterCount(), outcome.provider(),
                orElse(outcome.language(), speech.language()), orElse(outcome.voice(), speech.voice()),
                speech.loop()))));
    }

    private static String orElse(String text, String instead) {
        return text.isEmpty() ? instead : text;
    }

    private Optional<AccountSid> account() {
        return step.leg().facts().account();
    }

    private void add(Operation operation) {
        step.operations(Stream.concat(step.session().operations().stream(), Stream.of(operation)).toList());
    }

    private Operation last() {
        List<Operation> operations = step.session().operations();
        return operations.get(operations.size() - 1);
    }

    private void remove(Operation operation) {
        step.operations(step.session().operations().stream().filter(one -> !one.equals(operation)).toList());
    }

    private Optional<Operation> find(long number) {
        return step.session().operations().stream().filter(one -> one.number() == number).findFirst();
    }
}
