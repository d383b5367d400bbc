package org.callwright.speech;

import java.util.concurrent.CompletionStage;
import org.callwright.call.value.Prompt;

/** Makes a prompt ready. Returns at once; the stage fails with a {@link PromptException}. */
@FunctionalInterface
public interface PromptSource {

    CompletionStage<PreparedPrompt> prepare(Prompt prompt);
}
