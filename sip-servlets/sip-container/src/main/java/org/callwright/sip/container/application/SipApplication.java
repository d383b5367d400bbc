package org.callwright.sip.container.application;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The declaration of a SIP application, whatever it was read from: annotations, {@code sip.xml} or a test
 * (JSR 289, sections 18 and 19).
 *
 * @param name           unique name, in JNDI names and dialogs' tags
 * @param displayName    for people
 * @param servlets       in the order they were declared
 * @param listeners      class names
 * @param mainServlet    the servlet that gets all initial requests; empty when {@code mappings} decide
 * @param mappings       tried in order when there is no main servlet
 * @param parameters     context parameters
 * @param sessionTimeout minutes until an application session expires; 0 or less: never
 * @param proxyTimeout   seconds a proxy waits for a final answer
 */
public record SipApplication(String name, String displayName, List<ServletDeclaration> servlets,
        List<String> listeners, Optional<String> mainServlet, List<Mapping> mappings, Map<String, String> parameters,
        int sessionTimeout, int proxyTimeout) {

    /** Minutes, the default of JSR 289. */
    public static final int DEFAULT_SESSION_TIMEOUT = 3;
    /** Seconds, the default of JSR 289. */
    public static final int DEFAULT_PROXY_TIMEOUT = 180;

    public SipApplication {
        servlets = List.copyOf(servlets);
        listeners = List.copyOf(listeners);
        mappings = List.copyOf(mappings);
        parameters = Map.copyOf(parameters);
    }

    /**
     * A servlet of the application.
     *
     * @param loadOnStartup negative: made at its first request, otherwise at start, smallest first
     */
    public record ServletDeclaration(String name, String className, int loadOnStartup,
            Map<String, String> parameters) {
        public ServletDeclaration {
            parameters = Map.copyOf(parameters);
        }
    }

    /** Requests that match the rule go to the servlet of that name. */
    public record Mapping(String servlet, RequestRule rule) {
    }

    /** The smallest useful application: one servlet that gets everything. */
    public static SipApplication of(String name, Class<?> servlet, List<Class<?>> listeners) {
        ServletDeclaration declaration = new ServletDeclaration(servlet.getSimpleName(), servlet.getName(), 1,
                Map.of());
        return new SipApplication(name, name, List.of(declaration), listeners.stream().<String>map(Class::getName)
                .toList(), Optional.of(declaration.name()), List.of(), Map.of(), DEFAULT_SESSION_TIMEOUT,
                DEFAULT_PROXY_TIMEOUT);
    }
}
