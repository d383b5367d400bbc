package org.callwright.media.mgcp.message;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An event that an endpoint tells of, such as {@code AU/oc(rc=100)} or {@code D/7}.
 *
 * @param packageName upper case; empty when it was left out
 */
public record ObservedEvent(String packageName, String name, Arguments arguments) {

    /** Reads the value of {@code O:}. */
    public static List<ObservedEvent> parseList(String text) throws MgcpSyntaxException {
        List<ObservedEvent> events = new ArrayList<>();
        for (PackagedItem item : PackagedItem.parseList(text)) {
            events.add(new ObservedEvent(item.packageName(), item.name(), Arguments.parse(item.inBrackets())));
        }
        return events;
    }

    public static String format(List<ObservedEvent> events) {
        return events.stream().map(ObservedEvent::toString).collect(Collectors.joining(","));
    }

    @Override
    public String toString() {
        return PackagedItem.format(packageName, name, arguments.toString());
    }
}
