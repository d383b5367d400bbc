package org.callwright.speech;

import java.util.concurrent.CompletionStage;
import org.callwright.call.value.Prompt;

/** Sends each kind of prompt to who can make it. */
public final class PromptService implements PromptSource {

    private final SpeechService speech;
    private final RemoteAudio remote;

    public PromptService(SpeechService speech, RemoteAudio remote) {
        this.speech = speech;
        this.remote = remote;
    }

    @Override
    public CompletionStage<PreparedPrompt> prepare(Prompt prompt) {
        if (prompt instanceof Prompt.Speech text) {
            return speech.speak(text);
        }
        return remote.fetch(((Prompt.Audio) prompt).url());
    }
}
