package org.callwright.tms;

import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import org.callwright.call.CallEvent;
import org.callwright.engine.CallEngine;

/** Sees what the engine is told, before it is, and has answers noted: the call's record comes much later. */
@Decorator
@Priority(Interceptor.Priority.APPLICATION)
public abstract class NotedAnswers implements CallEngine {

    @Inject
    @Delegate
    @Any
    CallEngine engine;
    @Inject
    AnswerNotes notes;

    @Override
    public void post(CallEvent event) {
        if (event instanceof CallEvent.Accepted accepted) {
            notes.answered(accepted.leg());
        }
        engine.post(event);
    }
}
