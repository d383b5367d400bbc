package org.callwright.tms;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.callwright.call.program.Announcement;
import org.callwright.call.value.OutboundCall;
import org.callwright.call.value.Prompt;
import org.callwright.settings.TmsSettings;

/** What a message is as a call. */
final class MessageCalls {

    private static final String NOBODY = "anonymous";

    private final MessageAudio audio;
    private final TmsSettings settings;

    MessageCalls(MessageAudio audio, TmsSettings settings) {
        this.audio = audio;
        this.settings = settings;
    }

    /** How the message's audio stands; empty when it needs none. */
    Optional<MessageAudio.State> audio(TmsMessage message) {
        return message.content() instanceof Content.Play play
                ? Optional.of(audio.of(message.id(), play.url())) : Optional.empty();
    }

    /** @param file the message's audio, if it has one */
    OutboundCall call(DialStore.Due due, Optional<Path> file, String trunk) {
        TmsMessage message = due.message();
        return new OutboundCall(message.account(), message.fromNumber().orElse(NOBODY), due.number(),
                "sip:" + due.number() + "@" + trunk, List.of(), Announcement.of(prompt(message.content(), file)),
                settings.ring(), Optional.empty());
    }

    private Prompt prompt(Content content, Optional<Path> file) {
        if (content instanceof Content.Say say) {
            return new Prompt.Speech(say.text(), settings.language(), settings.voice());
        }
        return new Prompt.Stored(file.orElseThrow().toAbsolutePath().toString());
    }
}
