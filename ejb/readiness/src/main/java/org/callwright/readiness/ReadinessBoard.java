package org.callwright.readiness;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Where the parts of the application post what they need before calls can be taken. */
@ApplicationScoped
public class ReadinessBoard {

    private final Map<String, Supplier<Optional<String>>> parts = new ConcurrentHashMap<>();

    /**
     * Posts a part, or another look at it.
     *
     * @param problem asked at each health request: a sentence on what is missing, empty when all is well
     */
    public void post(String part, Supplier<Optional<String>> problem) {
        parts.put(part, problem);
    }

    /** Each part with its problem. */
    Map<String, Optional<String>> look() {
        Map<String, Optional<String>> seen = new TreeMap<>();
        parts.forEach((part, problem) -> seen.put(part, ask(problem)));
        return seen;
    }

    private static Optional<String> ask(Supplier<Optional<String>> problem) {
        try {
            return problem.get();
        } catch (RuntimeException e) {
            return Optional.of("can't tell its state");
        }
    }
}
