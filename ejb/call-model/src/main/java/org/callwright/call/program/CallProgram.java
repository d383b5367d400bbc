package org.callwright.call.program;

/** What a call does when the callee has answered. */
public sealed interface CallProgram permits Application, Flow, DialledBy {
}
