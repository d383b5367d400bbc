package org.callwright.call.program;

import java.util.Optional;
import org.callwright.call.value.WebTarget;

/**
 * An application says what to do, document by document.
 *
 * @param voice asked first
 * @param fallback asked when the first document can't be had
 */
public record Application(WebTarget voice, Optional<WebTarget> fallback) implements CallProgram {
}
