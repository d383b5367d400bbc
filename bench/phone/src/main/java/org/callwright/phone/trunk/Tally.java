package org.callwright.phone.trunk;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/** How often each number was called and answered. */
public final class Tally {

    /**
     * The calls of one number, or of several.
     *
     * @param invites INVITEs that began a call; repeated ones are not counted
     * @param answered calls to which a 200 was sent
     * @param acknowledged calls whose 200 was acknowledged, so that the caller certainly knew of it
     */
    public record Count(int invites, int answered, int acknowledged) {

        static final Count NONE = new Count(0, 0, 0);

        Count plus(Count other) {
            return new Count(invites + other.invites, answered + other.answered, acknowledged + other.acknowledged);
        }
    }

    private final Map<String, Count> counts = new ConcurrentSkipListMap<>();

    void invited(String number) {
        counts.merge(number, new Count(1, 0, 0), Count::plus);
    }

    void answered(String number) {
        counts.merge(number, new Count(0, 1, 0), Count::plus);
    }

    void acknowledged(String number) {
        counts.merge(number, new Count(0, 0, 1), Count::plus);
    }

    /** The calls to a number, written as in the Request-URI. */
    public Count of(String number) {
        return counts.getOrDefault(number, Count.NONE);
    }

    public Count total() {
        return counts.values().stream().reduce(Count.NONE, Count::plus);
    }

    /** One member for each number that was called, a line each. */
    public String json() {
        return counts.entrySet().stream().map(entry -> json(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
    }

    private static String json(String number, Count count) {
        return "  \"" + number + "\": {\"invites\": " + count.invites() + ", \"answered\": " + count.answered()
                + ", \"acknowledged\": " + count.acknowledged() + "}";
    }
}
