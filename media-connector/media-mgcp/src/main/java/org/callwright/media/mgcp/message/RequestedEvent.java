package org.callwright.media.mgcp.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * An event that an endpoint is asked to tell of, such as {@code AU/oc(N)} or {@code D/[0-9*#](N)}.
 *
 * @param packageName upper case; empty when it was left out
 * @param name of an event, a range in square brackets, {@code x} for the ten digits, or {@code all}
 * @param actions letters, such as {@code N} for notify; without any it is notified
 */
public record RequestedEvent(String packageName, String name, Set<Character> actions) {

    public RequestedEvent {
        actions = Set.copyOf(actions);
    }

    /** An event that is notified. */
    public static RequestedEvent notify(String packageName, String name) {
        return new RequestedEvent(packageName, name, Set.of('N'));
    }

    /** Reads the value of {@code R:}; an empty one is an empty list. */
    public static List<RequestedEvent> parseList(String text) throws MgcpSyntaxException {
        List<RequestedEvent> events = new ArrayList<>();
        for (PackagedItem item : PackagedItem.parseList(text)) {
            events.add(new RequestedEvent(item.packageName(), item.name(), actions(item.inBrackets())));
        }
        return events;
    }

    private static Set<Character> actions(String inBrackets) throws MgcpSyntaxException {
        Set<Character> actions = new TreeSet<>();
        for (String action : new Splitter(',').split(inBrackets)) {
            if (action.length() != 1) {
                throw new MgcpSyntaxException("an action is not a letter");
            }
            actions.add(Character.toUpperCase(action.charAt(0)));
        }
        return actions.isEmpty() ? Set.of('N') : actions;
    }

    public static String format(List<RequestedEvent> events) {
        return events.stream().map(RequestedEvent::toString).collect(Collectors.joining(","));
    }

    /** Whether it asks for that event. */
    public boolean covers(String eventPackage, String event) {
        if (!packageName.isEmpty() && !packageName.equalsIgnoreCase(eventPackage)) {
            return false;
        }
        String range = name.equalsIgnoreCase("x") ? "[0-9]" : name;
        if (range.startsWith("[") && range.endsWith("]")) {
            return event.length() == 1 && inRange(range.substring(1, range.length() - 1), event.charAt(0));
        }
        return name.equalsIgnoreCase("all") || name.equalsIgnoreCase(event);
    }

    private static boolean inRange(String range, char sought) {
        char upper = Character.toUpperCase(sought);
        String text = range.toUpperCase(Locale.ROOT);
        for (int i = 0; i < text.length(); i++) {
            if (i + 2 < text.length() && text.charAt(i + 1) == '-') {
                if (upper >= text.charAt(i) && upper <= text.charAt(i + 2)) {
                    return true;
                }
                i += 2;
            } else if (text.charAt(i) == upper) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return PackagedItem.format(packageName, name,
                actions.stream().sorted().map(String::valueOf).collect(Collectors.joining(",")));
    }
}
