package org.callwright.call.program;

import java.time.Duration;
import java.util.Optional;
import org.callwright.call.value.MachineDetection;
import org.callwright.call.value.Prompt;

/**
 * A message for whoever answers, as the TMS dialect knows it. First it listens who that is. A machine gets the content
 * once, when it has stopped talking. Anybody else gets it at once and may then hear it again, as often as the offer
 * says. Who answered ends up in the call record.
 *
 * @param content spoken or played
 * @param detection how to listen; a message for machines wants {@link MachineDetection.Mode#DETECT_MESSAGE_END}
 * @param offer to hear the content again; without one the call ends with the content
 */
public record Announcement(Prompt content, MachineDetection detection, Optional<Offer> offer) implements Flow {

    /**
     * The offer to hear the content again.
     *
     * @param text spoken after the content, as the content is if that is a text
     * @param key the one key that repeats; any other, or none, ends the call
     * @param keyWait for the key, from the end of the text
     * @param repeats at most; after the last one nothing is offered
     */
    public record Offer(String text, String key, Duration keyWait, int repeats) {

        public static final Offer DEFAULT =
                new Offer("To repeat this message, press 1.", "1", Duration.ofSeconds(5), 10);
    }

    /** With the defaults; only a text is offered again. */
    public static Announcement of(Prompt content) {
        return new Announcement(content, MachineDetection.of(MachineDetection.Mode.DETECT_MESSAGE_END),
                content instanceof Prompt.Speech ? Optional.of(Offer.DEFAULT) : Optional.empty());
    }

    @Override
    public void start(FlowContext call) {
        call.become(new AnnouncementListening(this, call.detectMachine(detection)));
    }

    /** The offer in the content's language and voice; audio has none, so that English is as good as any. */
    Prompt spoken(Offer offered) {
        return content instanceof Prompt.Speech speech
                ? new Prompt.Speech(offered.text(), speech.language(), speech.voice())
                : new Prompt.Speech(offered.text(), "en-us", "woman");
    }

    /** Without the content: it may be private. */
    @Override
    public String toString() {
        return "Announcement[" + content.getClass().getSimpleName() + "]";
    }
}
