package org.callwright.sip.extension.deployment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.callwright.sip.container.application.SipApplication;
import org.callwright.sip.container.application.SipApplication.Mapping;
import org.callwright.sip.container.application.SipApplication.ServletDeclaration;

/**
 * A declaration being gathered: first from annotations, then from {@code sip.xml}, which wins (JSR 289, section 18.1).
 * Turned into an immutable {@link SipApplication} once everything has been read.
 */
final class SipDeclaration {
    private String name;
    private String displayName;
    private String mainServlet;
    private OptionalInt sessionTimeout = OptionalInt.empty();
    private OptionalInt proxyTimeout = OptionalInt.empty();
    private final Map<String, ServletDeclaration> servlets = new LinkedHashMap<>();
    private final Set<String> listeners = new LinkedHashSet<>();
    private final List<Mapping> mappings = new ArrayList<>();
    private final Map<String, String> parameters = new LinkedHashMap<>();

    /** @param defaultName the name of an application that does not give itself one */
    SipDeclaration(String defaultName) {
        name = defaultName;
    }

    void name(String value) {
        if (value != null && !value.isBlank()) {
            name = value.strip();
        }
    }

    void displayName(String value) {
        displayName = value;
    }

    void mainServlet(String value) {
        if (value != null && !value.isBlank()) {
            mainServlet = value.strip();
        }
    }

    void sessionTimeout(int minutes) {
        sessionTimeout = OptionalInt.of(minutes);
    }

    void proxyTimeout(int seconds) {
        proxyTimeout = OptionalInt.of(seconds);
    }

    void servlet(ServletDeclaration servlet) {
        servlets.put(servlet.name(), servlet);
    }

    void listener(String className) {
        listeners.add(className);
    }

    void mapping(Mapping mapping) {
        mappings.add(mapping);
    }

    void parameter(String key, String value) {
        parameters.put(key, value);
    }

    /** Takes over everything the other declaration says. */
    void override(SipDeclaration other) {
        name(other.name);
        mainServlet(other.mainServlet);
        displayName = other.displayName == null ? displayName : other.displayName;
        sessionTimeout = other.sessionTimeout.isPresent() ? other.sessionTimeout : sessionTimeout;
        proxyTimeout = other.proxyTimeout.isPresent() ? other.proxyTimeout : proxyTimeout;
        other.servlets.values().forEach(servlet -> {
            servlets.values().removeIf(known -> known.className().equals(servlet.className()));
            servlet(servlet);
        });
        listeners.addAll(other.listeners);
        mappings.addAll(other.mappings);
        parameters.putAll(other.parameters);
    }

    boolean isEmpty() {
        return servlets.isEmpty();
    }

    String name() {
        return name;
    }

    /** The application, or nothing when it is not said which of several servlets gets a request. */
    Optional<SipApplication> build() {
        String main = mainServlet == null && mappings.isEmpty() && servlets.size() == 1
                ? servlets.keySet().iterator().next() : mainServlet;
        if (main == null && mappings.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new SipApplication(name, displayName == null ? name : displayName,
                List.copyOf(servlets.values()), List.copyOf(listeners), Optional.ofNullable(main), mappings, parameters,
                sessionTimeout.orElse(SipApplication.DEFAULT_SESSION_TIMEOUT),
                proxyTimeout.orElse(SipApplication.DEFAULT_PROXY_TIMEOUT)));
    }
}
