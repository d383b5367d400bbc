package org.callwright.speech;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
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
        if (prompt instanceof Prompt.Stored stored) {
            return stored(Path.of(stored.file()));
        }
        return remote.fetch(((Prompt.Audio) prompt).url());
    }

    /** It is played where it lies, and stays there. */
    private static CompletionStage<PreparedPrompt> stored(Path file) {
        return Files.isRegularFile(file)
                ? CompletableFuture.completedFuture(new PreparedPrompt(file, "", "", "", () -> { }))
                : CompletableFuture.failedFuture(
                        new PromptException(PromptException.UNPLAYABLE, "the audio is gone", null));
    }
}
