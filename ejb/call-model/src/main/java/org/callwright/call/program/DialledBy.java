package org.callwright.call.program;

import org.callwright.call.value.CallSid;

/** A call that another call's Dial placed: when it is answered, that call says what happens. */
public record DialledBy(CallSid dialler) implements CallProgram {
}
