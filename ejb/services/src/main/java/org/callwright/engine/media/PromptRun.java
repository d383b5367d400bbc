package org.callwright.engine.media;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.callwright.call.Effect;
import org.callwright.call.value.Prompt;
import org.callwright.call.value.PromptOutcome;
import org.callwright.media.spi.AudioSegment;
import org.callwright.media.spi.PlayRequest;
import org.callwright.media.spi.PlayResult;
import org.callwright.media.spi.Player;
import org.callwright.media.spi.tts.TtsException;
import org.callwright.speech.PreparedPrompt;
import org.callwright.speech.PromptException;

/**
 * One prompt: prepared, played, over. It ends exactly once; stopped while it is prepared it ends at once, and what
 * comes out of the preparation is put back unheard. Only its leg's serial executor touches it.
 */
final class PromptRun {

    /** Ringing tone of most of Europe, ETSI TR 101 041-2: 425 Hz, 1 s on, 4 s off. */
    private static final List<AudioSegment> RINGBACK = List.of(
            new AudioSegment.Tone(425, -10, Duration.ofSeconds(1)), new AudioSegment.Silence(Duration.ofSeconds(4)));

    private final Effect.PlayPrompt effect;
    private final Consumer<PromptOutcome> whenOver;
    private Optional<PreparedPrompt> prepared = Optional.empty();
    private boolean playing;
    private boolean over;

    PromptRun(Effect.PlayPrompt effect, Consumer<PromptOutcome> whenOver) {
        this.effect = effect;
        this.whenOver = whenOver;
    }

    /** Whether it can be stopped only through the player. */
    boolean playing() {
        return playing && !over;
    }

    /** Ends it if it is not playing yet. */
    void stopPreparing() {
        if (!playing()) {
            end(PromptOutcome.Result.STOPPED, Duration.ZERO, 0, "");
        }
    }

    void prepared(PreparedPrompt prompt, Throwable failure, Player player, Consumer<PlayResult> whenPlayed) {
        if (over) {
            if (prompt != null) {
                prompt.close();
            }
        } else if (failure != null) {
            failed(failure);
        } else {
            prepared = Optional.of(prompt);
            play(List.of(new AudioSegment.File(prompt.file())), player, whenPlayed);
        }
    }

    /** Plays the ringing tone, for which nothing is to be prepared. */
    void ringback(Player player, Consumer<PlayResult> whenPlayed) {
        play(RINGBACK, player, whenPlayed);
    }

    private void play(List<AudioSegment> audio, Player player, Consumer<PlayResult> whenPlayed) {
        playing = true;
        player.play(new PlayRequest(audio, effect.loop())).whenComplete((result, broken) ->
                whenPlayed.accept(result != null ? result
                        : new PlayResult(PlayResult.Reason.FAILED, Duration.ZERO, String.valueOf(broken))));
    }

    void played(PlayResult result) {
        switch (result.reason()) {
            case COMPLETED -> end(PromptOutcome.Result.COMPLETED, result.played(), 0, "");
            case STOPPED -> end(PromptOutcome.Result.STOPPED, result.played(), 0, "");
            default -> end(
                    PromptOutcome.Result.FAILED, result.played(), failureCode(), "the audio could not be played");
        }
    }

    void failed(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null
                ? failure.getCause() : failure;
        if (cause instanceof PromptException known) {
            end(PromptOutcome.Result.FAILED, Duration.ZERO, known.code(), known.getMessage());
        } else {
            end(PromptOutcome.Result.FAILED, Duration.ZERO, failureCode(), "the audio could not be played");
        }
    }

    private int failureCode() {
        return effect.prompt() instanceof Prompt.Speech ? TtsException.ENGINE_FAILURE : PromptException.UNPLAYABLE;
    }

    private void end(PromptOutcome.Result result, Duration played, int code, String reason) {
        if (over) {
            return;
        }
        over = true;
        prepared.ifPresent(PreparedPrompt::close);
        whenOver.accept(new PromptOutcome(result, played,
                prepared.map(PreparedPrompt::provider).orElse(""),
                prepared.map(PreparedPrompt::language).orElseGet(this::wantedLanguage),
                prepared.map(PreparedPrompt::voice).orElseGet(this::wantedVoice), code, reason));
    }

    private String wantedLanguage() {
        return effect.prompt() instanceof Prompt.Speech speech ? speech.language() : "";
    }

    private String wantedVoice() {
        return effect.prompt() instanceof Prompt.Speech speech ? speech.voice() : "";
    }
}
