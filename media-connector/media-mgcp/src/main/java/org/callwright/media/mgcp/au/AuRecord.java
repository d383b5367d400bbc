package org.callwright.media.mgcp.au;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.callwright.media.mgcp.message.Arguments;
import org.callwright.media.mgcp.message.MgcpSyntaxException;
import org.callwright.media.mgcp.message.Signal;
import org.callwright.media.spi.AudioFormat;
import org.callwright.media.spi.RecordedAudio;

/**
 * {@code AU/pr}: plays a prompt and records, or {@code CW/lr}, the live recorder beside it. A length is written twice
 * where tenths of a second can't hold it: {@code ml=} and {@code sl=} are exact milliseconds and win where understood.
 *
 * @param recordingId where to
 * @param prompt played first; may be empty
 * @param beep whether the recorder's beep comes before the recording
 * @param maxLength of the recording
 * @param preSpeech silence at its beginning that ends it
 * @param postSpeech silence after speech that ends it
 * @param audio what of the leg; what its peer sends unless said otherwise
 * @param format of the file; by the end of its name unless said otherwise
 * @param endInputKeys keys that end it; none unless said otherwise
 * @param id ours, see {@code docs/mgcp.md}
 */
public record AuRecord(
        URI recordingId,
        List<AuSegment> prompt,
        boolean beep,
        Optional<Duration> maxLength,
        Optional<Duration> preSpeech,
        Optional<Duration> postSpeech,
        Optional<RecordedAudio> audio,
        Optional<AudioFormat> format,
        String endInputKeys,
        OptionalLong id) {

    public AuRecord {
        prompt = List.copyOf(prompt);
    }

    public static AuRecord of(Signal signal) throws MgcpSyntaxException {
        Arguments arguments = signal.arguments();
        if (arguments.get("ri", "").isEmpty()) {
            throw new MgcpSyntaxException("argument ri is missing");
        }
        return new AuRecord(AuSegment.Syntax.address(arguments.get("ri", "")),
                AuSegment.parseList(arguments.get("ip", arguments.get("an", ""))),
                AuNumbers.truth(arguments, "bp"),
                length(arguments, "ml", "rlt"),
                length(arguments, "sl", "prt"),
                length(arguments, "sl", "pst"),
                constant(RecordedAudio.class, arguments, "au"), constant(AudioFormat.class, arguments, "fm"),
                arguments.get("eik", ""), AuNumbers.id(arguments));
    }

    /** {@code AU/pr}. */
    public Signal signal() {
        return signal(AuPackage.AU, AuPackage.PLAY_RECORD);
    }

    public Signal signal(String packageName, String name) {
        Arguments arguments = Arguments.NONE.with("ri", recordingId.toString());
        if (!prompt.isEmpty()) {
            arguments = arguments.with("ip", AuSegment.format(prompt));
        }
        if (maxLength.isPresent()) {
            arguments = arguments.with("rlt", AuTimes.tenths(maxLength.get()));
        }
        if (preSpeech.isPresent()) {
            arguments = arguments.with("prt", AuTimes.tenths(preSpeech.get()));
        }
        if (postSpeech.isPresent()) {
            arguments = arguments.with("pst", AuTimes.tenths(postSpeech.get()));
        }
        if (!endInputKeys.isEmpty()) {
            arguments = arguments.with("eik", endInputKeys);
        }
        return new Signal(packageName, name, id.isPresent() ? ours(arguments) : arguments);
    }

    /** With what only our gateway understands. */
    private Arguments ours(Arguments standard) {
        Arguments arguments = standard;
        if (maxLength.isPresent()) {
            arguments = arguments.with("ml", maxLength.get().toMillis());
        }
        if (postSpeech.isPresent() && postSpeech.equals(preSpeech)) {
            arguments = arguments.with("sl", postSpeech.get().toMillis());
        }
        if (beep) {
            arguments = arguments.with("bp", "true");
        }
        if (audio.isPresent()) {
            arguments = arguments.with("au", audio.get().name().toLowerCase(Locale.ROOT));
        }
        if (format.isPresent()) {
            arguments = arguments.with("fm", format.get().name().toLowerCase(Locale.ROOT));
        }
        return AuNumbers.with(arguments, id);
    }

    /** The exact length if it is given, else the one in tenths of a second. */
    private static Optional<Duration> length(Arguments arguments, String exact, String inTenths)
            throws MgcpSyntaxException {
        Optional<Duration> millis = AuTimes.millis(arguments, exact);
        return millis.isPresent() ? millis : AuTimes.tenths(arguments, inTenths);
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, Arguments arguments, String key)
            throws MgcpSyntaxException {
        Optional<String> value = arguments.get(key);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Enum.valueOf(type, value.get().toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            throw new MgcpSyntaxException("argument " + key + " is unknown");
        }
    }
}
