package org.callwright.call.program;

import java.util.Optional;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.WebTarget;

/**
 * A call that another call's Dial placed: when it is answered, that call says what happens.
 *
 * @param screening whose document the callee hears first; he is there for the other call when that has come to its end
 */
public record DialledBy(CallSid dialler, Optional<WebTarget> screening) implements CallProgram {

    /** One that is there for the other call as soon as it is answered. */
    public DialledBy(CallSid dialler) {
        this(dialler, Optional.empty());
    }
}
