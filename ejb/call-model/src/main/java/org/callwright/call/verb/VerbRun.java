package org.callwright.call.verb;

/** A verb at work. What does not concern it changes nothing. */
public sealed interface VerbRun permits SayRun, PlayRun, PauseRun, GatherRun, RecordRun, DialRun {

    void on(VerbSignal signal, VerbContext call);
}
