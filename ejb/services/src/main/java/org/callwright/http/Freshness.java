package org.callwright.http;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callwright.call.value.Parameter;

/**
 * What RFC 9111 lets a cache that many share do with an answer of status 200 to a GET without credentials. Nothing is
 * guessed: what its host does not say how long it holds is asked for again each time, and whatever can't be understood
 * counts as the stricter of what it may mean.
 *
 * @param headers that tell it, by lower-case name
 * @param asked when the request was sent
 */
public record Freshness(Map<String, String> headers, Instant asked) {

    private static final Set<String> TELLING =
            Set.of("cache-control", "vary", "date", "age", "expires", "etag", "last-modified");
    private static final Pattern DIRECTIVE =
            Pattern.compile("([^\\s,=\"]++)(?:\\s*+=\\s*+(\"[^\"]*+\"|[^\\s,\"]++))?");
    private static final Pattern ENTITY_TAG = Pattern.compile("(?:W/)?\"[^\"\\s]*+\"");
    private static final long FOR_EVER = 1L << 31;

    /** @param headers of the answer, also such as say nothing about it */
    public Freshness {
        headers = headers.entrySet().stream().filter(header -> TELLING.contains(header.getKey()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * The same after the host said that it still holds (status 304).
     *
     * @param answer headers of that answer; they replace those of before (section 4.3.4)
     * @param askedAgain when that was asked
     */
    public Freshness confirmed(Map<String, String> answer, Instant askedAgain) {
        Map<String, String> both = new HashMap<>(headers);
        both.keySet().removeAll(Set.of("date", "age"));
        both.putAll(answer);
        return new Freshness(both, askedAgain);
    }

    /** Whether it may be kept, and that is of any use. */
    public boolean storable() {
        Map<String, String> directives = directives();
        boolean permitted = !directives.containsKey("no-store") && !directives.containsKey("private")
                && !header("vary").contains("*");
        return permitted && (until().isAfter(asked) || !conditions().isEmpty());
    }

    /** From when on the host has to be asked before it is used; the time of the request when it always has to. */
    public Instant until() {
        Map<String, String> directives = directives();
        if (directives.containsKey("no-cache")) {
            return asked;
        }
        Instant date = date("date").orElse(asked);
        long lifetime = Stream.of("s-maxage", "max-age").filter(directives::containsKey).findFirst()
                .map(name -> seconds(directives.get(name)).orElse(0L))
                .orElseGet(() -> date("expires").map(end -> end.getEpochSecond() - date.getEpochSecond()).orElse(0L));
        long age = header("age").isEmpty() ? 0 : seconds(header("age")).orElse(FOR_EVER);
        Instant byAge = asked.plusSeconds(lifetime - age);
        Instant byDate = date.plusSeconds(lifetime);
        return byDate.isBefore(byAge) ? byDate : byAge;
    }

    /**
     * Headers by which the host is asked whether it still holds; none when it gave nothing to ask by. A time of change
     * counts only where the answer is later by a second, as another change could have the same time (RFC 9110 section
     * 8.8.2.2).
     */
    public List<Parameter> conditions() {
        if (ENTITY_TAG.matcher(header("etag")).matches()) {
            return List.of(new Parameter("If-None-Match", header("etag")));
        }
        Optional<Instant> date = date("date");
        boolean settled = date("last-modified").filter(change -> date.isPresent() && change.isBefore(date.get()))
                .isPresent();
        return settled ? List.of(new Parameter("If-Modified-Since", header("last-modified"))) : List.of();
    }

    private String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** By lower-case name; one that is there twice with different values has the value "?". */
    private Map<String, String> directives() {
        Map<String, String> all = new HashMap<>();
        Matcher matcher = DIRECTIVE.matcher(header("cache-control").toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            String value = matcher.group(2) == null ? "" : matcher.group(2).replace("\"", "");
            all.merge(matcher.group(1), value, (one, other) -> one.equals(other) ? one : "?");
        }
        return all;
    }

    private static Optional<Long> seconds(String text) {
        if (!text.matches("[0-9]+")) {
            return Optional.empty();
        }
        return Optional.of(text.length() > 9 ? FOR_EVER : Long.parseLong(text));
    }

    private Optional<Instant> date(String name) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header(name), Instant::from));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
