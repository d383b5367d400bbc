package org.callwright.restcomm.description;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One method of one path.
 *
 * @param path below the version, its variables in braces
 */
record Operation(String verb, String path, Described described) {

    private static final Pattern LIST_TYPE = Pattern.compile("\\{type:.*}$");
    private static final Pattern EXPRESSION = Pattern.compile("\\{(\\w+):[^{}]*}");

    /** All that the resources declare, by path and method. */
    static List<Operation> of(Collection<Class<?>> resources) {
        return resources.stream()
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(type -> Stream.of(type.getMethods()).flatMap(method -> of(type, method).stream()))
                .sorted(Comparator.comparing(Operation::path).thenComparing(Operation::verb))
                .toList();
    }

    private static Optional<Operation> of(Class<?> type, Method method) {
        return Stream.of(method.getAnnotations())
                .flatMap(annotation -> Stream.ofNullable(annotation.annotationType().getAnnotation(HttpMethod.class)))
                .findFirst()
                .map(verb -> new Operation(verb.value(), template(type, method), annotation(method)));
    }

    private static String template(Class<?> type, Method method) {
        Path below = method.getAnnotation(Path.class);
        String path = "/" + type.getAnnotation(Path.class).value() + (below == null ? "" : "/" + below.value());
        return EXPRESSION.matcher(LIST_TYPE.matcher(path).replaceAll("")).replaceAll("{$1}");
    }

    private static Described annotation(Method method) {
        Described described = method.getAnnotation(Described.class);
        if (described == null) {
            throw new IllegalStateException(method + " does not say what it does");
        }
        return described;
    }

    /** Names of the path's variables. */
    List<String> variables() {
        return Pattern.compile("\\{(\\w+)}").matcher(path).results().map(found -> found.group(1)).toList();
    }

    /** Kind of resource, for grouping. */
    String tag() {
        String kind = "";
        for (String segment : path.substring(1).split("/")) {
            kind = segment.startsWith("{") ? kind : segment;
        }
        return kind;
    }
}
