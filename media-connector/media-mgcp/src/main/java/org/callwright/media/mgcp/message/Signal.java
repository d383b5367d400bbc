package org.callwright.media.mgcp.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A signal that an endpoint is asked to apply, such as {@code AU/pa(an=file:///hello.wav)}.
 *
 * @param packageName upper case; empty when it was left out
 * @param name lower case
 */
public record Signal(String packageName, String name, Arguments arguments) {

    /** Reads the value of {@code S:}; an empty one is an empty list. */
    public static List<Signal> parseList(String text) throws MgcpSyntaxException {
        List<Signal> signals = new ArrayList<>();
        for (PackagedItem item : PackagedItem.parseList(text)) {
            signals.add(new Signal(item.packageName(), item.name().toLowerCase(Locale.ROOT),
                    Arguments.parse(item.inBrackets())));
        }
        return signals;
    }

    public static String format(List<Signal> signals) {
        return signals.stream().map(Signal::toString).collect(Collectors.joining(","));
    }

    /** Package and name, such as {@code AU/pa}. */
    public String fullName() {
        return PackagedItem.format(packageName, name, "");
    }

    @Override
    public String toString() {
        return PackagedItem.format(packageName, name, arguments.toString());
    }
}
