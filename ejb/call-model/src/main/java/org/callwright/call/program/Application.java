package org.callwright.call.program;

import java.util.Optional;
import org.callwright.call.value.DetectionOrder;
import org.callwright.call.value.WebTarget;

/**
 * An application says what to do, document by document.
 *
 * @param voice asked first
 * @param fallback asked when the first document can't be had
 * @param detection whether it wants to know who answers
 */
public record Application(WebTarget voice, Optional<WebTarget> fallback, Optional<DetectionOrder> detection)
        implements CallProgram {

    /** One that takes whoever answers. */
    public Application(WebTarget voice, Optional<WebTarget> fallback) {
        this(voice, fallback, Optional.empty());
    }
}
