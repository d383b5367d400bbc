package org.callwright.media.mgcp.au;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.callwright.media.mgcp.message.Arguments;
import org.callwright.media.mgcp.message.MgcpSyntaxException;
import org.callwright.media.mgcp.message.Signal;

/**
 * {@code AU/pc}: plays a prompt and collects keys. Digit patterns ({@code dp}), and the keys that restart, return or
 * move (rsk, rtk, psk) are not supported; arguments of theirs are read over.
 *
 * @param prompt played first; may be empty
 * @param reprompt played in later attempts; the prompt when empty
 * @param minDigits fewer are no success
 * @param maxDigits after which it ends
 * @param firstDigit time for the first key, from the end of the prompt
 * @param interDigit time between two keys
 * @param endInputKeys keys that end it and do not count
 * @param attempts how often it is tried
 * @param interruptible whether a key ends the prompt
 * @param id ours, see {@code docs/mgcp.md}
 */
public record AuCollect(
        List<AuSegment> prompt,
        List<AuSegment> reprompt,
        int minDigits,
        int maxDigits,
        Duration firstDigit,
        Duration interDigit,
        String endInputKeys,
        int attempts,
        boolean interruptible,
        OptionalLong id) {

    private static final Duration FIRST_DIGIT = Duration.ofSeconds(5);
    private static final Duration INTER_DIGIT = Duration.ofSeconds(3);
    private static final int MOST = 255;

    public AuCollect {
        prompt = List.copyOf(prompt);
        reprompt = List.copyOf(reprompt);
    }

    public static AuCollect of(Signal signal) throws MgcpSyntaxException {
        Arguments arguments = signal.arguments();
        int min = (int) AuNumbers.number(arguments, "mn", 1, 0, MOST);
        int max = (int) AuNumbers.number(arguments, "mx", Math.max(1, min), 1, MOST);
        if (min > max) {
            throw new MgcpSyntaxException("mn is more than mx");
        }
        return new AuCollect(AuSegment.parseList(arguments.get("ip", arguments.get("an", ""))),
                AuSegment.parseList(arguments.get("rp", "")), min, max,
                AuTimes.tenths(arguments, "fdt").orElse(FIRST_DIGIT),
                AuTimes.tenths(arguments, "idt").orElse(INTER_DIGIT), arguments.get("eik", "#"),
                (int) AuNumbers.number(arguments, "na", 1, 1, MOST), !AuNumbers.truth(arguments, "ni"),
                AuNumbers.id(arguments));
    }

    public Signal signal() {
        Arguments arguments = Arguments.NONE;
        if (!prompt.isEmpty()) {
            arguments = arguments.with("ip", AuSegment.format(prompt));
        }
        if (!reprompt.isEmpty()) {
            arguments = arguments.with("rp", AuSegment.format(reprompt));
        }
        arguments = arguments.with("mn", minDigits).with("mx", maxDigits).with("fdt", AuTimes.tenths(firstDigit))
                .with("idt", AuTimes.tenths(interDigit)).with("eik", endInputKeys);
        if (attempts != 1) {
            arguments = arguments.with("na", attempts);
        }
        if (!interruptible) {
            arguments = arguments.with("ni", "true");
        }
        return new Signal(AuPackage.AU, AuPackage.PLAY_COLLECT, AuNumbers.with(arguments, id));
    }
}
