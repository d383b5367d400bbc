package org.callwright.tms;

import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import org.callwright.call.Effect;
import org.callwright.engine.port.RecordStore;

/** Sees call records on their way, and has the answers noted. */
@Decorator
@Priority(Interceptor.Priority.APPLICATION)
public class NotedAnswers implements RecordStore {

    private final RecordStore store;
    private final AnswerNotes notes;

    @Inject
    public NotedAnswers(@Delegate @Any RecordStore store, AnswerNotes notes) {
        this.store = store;
        this.notes = notes;
    }

    @Override
    public void write(Effect.Record row) {
        if (row instanceof Effect.SaveCall save && save.call().answered().isPresent()) {
            notes.answered(save.call().sid());
        }
        store.write(row);
    }
}
