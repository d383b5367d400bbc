package org.callwright.media.mgcp.message;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Name of an endpoint (RFC 3435, 2.1.2 and E.5): {@code local@domain}, such as
 * {@code callwright/ivr/7@192.0.2.1:2427}. Upper and lower case are the same.
 *
 * @param local terms separated by slashes; {@code $} stands for any one, {@code *} for all
 * @param domain host, with a port when it is not the usual one; empty when the peer left it out
 */
public record EndpointName(String local, String domain) {

    private static final Pattern NAME = Pattern.compile("([!-?A-~]{1,255})(?:@([!-?A-~]{1,255}))?");

    /** The name, or empty when the text is none. */
    public static Optional<EndpointName> parse(String text) {
        Matcher matcher = NAME.matcher(text);
        return matcher.matches()
                ? Optional.of(new EndpointName(matcher.group(1), matcher.group(2) == null ? "" : matcher.group(2)))
                : Optional.empty();
    }

    /** The endpoint that a response tells was made for {@code $}; empty when it names none, or not a single one. */
    public static Optional<EndpointName> made(MgcpResponse response) {
        return response.parameters().get(ParameterNames.SPECIFIC_ENDPOINT).flatMap(EndpointName::parse)
                .filter(name -> !name.wildcard());
    }

    /** Whether it stands for any or for all endpoints of a kind. */
    public boolean wildcard() {
        return local.indexOf('$') >= 0 || local.indexOf('*') >= 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EndpointName name && local.equalsIgnoreCase(name.local)
                && domain.equalsIgnoreCase(name.domain);
    }

    @Override
    public int hashCode() {
        return 31 * local.toLowerCase(Locale.ROOT).hashCode() + domain.toLowerCase(Locale.ROOT).hashCode();
    }

    @Override
    public String toString() {
        return domain.isEmpty() ? local : local + '@' + domain;
    }
}
