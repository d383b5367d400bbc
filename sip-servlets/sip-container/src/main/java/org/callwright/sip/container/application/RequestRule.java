package org.callwright.sip.container.application;

import java.util.List;
import java.util.Optional;
import javax.servlet.sip.Address;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipURI;
import javax.servlet.sip.TelURL;
import javax.servlet.sip.URI;

/** A condition on a request, as the pattern of a servlet mapping states it (JSR 289, section 16). */
public sealed interface RequestRule {

    boolean matches(SipServletRequest request);

    record And(List<RequestRule> rules) implements RequestRule {
        @Override
        public boolean matches(SipServletRequest request) {
            return rules.stream().allMatch(rule -> rule.matches(request));
        }
    }

    record Or(List<RequestRule> rules) implements RequestRule {
        @Override
        public boolean matches(SipServletRequest request) {
            return rules.stream().anyMatch(rule -> rule.matches(request));
        }
    }

    record Not(RequestRule rule) implements RequestRule {
        @Override
        public boolean matches(SipServletRequest request) {
            return !rule.matches(request);
        }
    }

    /** The variable is present. */
    record Exists(String variable) implements RequestRule {
        @Override
        public boolean matches(SipServletRequest request) {
            return value(variable, request).isPresent();
        }
    }

    /** The variable has the value. */
    record Equal(String variable, String expected, boolean ignoreCase) implements RequestRule {
        @Override
        public boolean matches(SipServletRequest request) {
            return value(variable, request)
                    .filter(actual -> ignoreCase ? actual.equalsIgnoreCase(expected) : actual.equals(expected))
                    .isPresent();
        }
    }

    /** The variable has the text in it. */
    record Contains(String variable, String text, boolean ignoreCase) implements RequestRule {
        @Override
        public boolean matches(SipServletRequest request) {
            return value(variable, request)
                    .filter(actual -> ignoreCase ? actual.toLowerCase().contains(text.toLowerCase())
                            : actual.contains(text))
                    .isPresent();
        }
    }

    /** The host is the domain or lies below it; a telephone number is below another when it starts with it. */
    record SubdomainOf(String variable, String domain) implements RequestRule {
        @Override
        public boolean matches(SipServletRequest request) {
            return value(variable, request).filter(actual -> variable.endsWith("tel") ? actual.startsWith(domain)
                    : actual.equalsIgnoreCase(domain)
                            || actual.toLowerCase().endsWith("." + domain.toLowerCase())).isPresent();
        }
    }

    /**
     * Looks a variable up: {@code request.method}, {@code request.uri…}, {@code request.from…}, {@code request.to…}.
     */
    private static Optional<String> value(String variable, SipServletRequest request) {
        String[] path = variable.split("\\.");
        if (path.length < 2 || !path[0].equals("request")) {
            return Optional.empty();
        }
        return switch (path[1]) {
            case "method" -> Optional.ofNullable(request.getMethod());
            case "uri" -> uri(request.getRequestURI(), path, 2);
            case "from" -> address(request.getFrom(), path);
            case "to" -> address(request.getTo(), path);
            case "route" -> Optional.ofNullable(request.getPoppedRoute())
                    .flatMap(route -> uri(route.getURI(), path, 3));
            default -> Optional.empty();
        };
    }

    private static Optional<String> address(Address address, String[] path) {
        if (path.length == 2) {
            return Optional.of(address.toString());
        }
        return switch (path[2]) {
            case "uri" -> uri(address.getURI(), path, 3);
            case "display-name" -> Optional.ofNullable(address.getDisplayName());
            default -> Optional.empty();
        };
    }

    private static Optional<String> uri(URI uri, String[] path, int at) {
        if (path.length <= at) {
            return Optional.of(uri.toString());
        }
        if (path[at].equals("scheme")) {
            return Optional.of(uri.getScheme());
        }
        if (uri instanceof SipURI sip) {
            return sip(sip, path, at);
        }
        return uri instanceof TelURL tel && path[at].equals("tel") ? Optional.of(tel.getPhoneNumber())
                : Optional.empty();
    }

    private static Optional<String> sip(SipURI sip, String[] path, int at) {
        return switch (path[at]) {
            case "user" -> Optional.ofNullable(sip.getUser());
            case "host" -> Optional.of(sip.getHost());
            case "port" -> Optional.of(Integer.toString(
                    sip.getPort() > 0 ? sip.getPort() : sip.isSecure() ? 5061 : 5060));
            case "tel" -> "phone".equals(sip.getUserParam()) ? Optional.of(sip.getUser()) : Optional.empty();
            case "param" -> path.length > at + 1 ? Optional.ofNullable(sip.getParameter(path[at + 1]))
                    : Optional.empty();
            default -> Optional.empty();
        };
    }
}
