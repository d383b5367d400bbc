package org.callwright.media.mgcp.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The parameter lines of a message in their order. A name may occur more than once; the first one counts. */
public record Parameters(List<Parameter> list) {

    public static final Parameters NONE = new Parameters(List.of());

    public Parameters {
        list = List.copyOf(list);
    }

    /** @param namesAndValues name, value, name, value … */
    public static Parameters of(String... namesAndValues) {
        List<Parameter> list = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            list.add(new Parameter(namesAndValues[i], namesAndValues[i + 1]));
        }
        return new Parameters(list);
    }

    public Optional<String> get(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return list.stream().filter(each -> each.name().equals(upper)).map(Parameter::value).findFirst();
    }

    public String get(String name, String other) {
        return get(name).orElse(other);
    }

    public boolean has(String name) {
        return get(name).isPresent();
    }

    /** With this parameter last; others of its name are gone. */
    public Parameters with(String name, String value) {
        Parameter added = new Parameter(name, value);
        List<Parameter> changed = new ArrayList<>(list);
        changed.removeIf(each -> each.name().equals(added.name()));
        changed.add(added);
        return new Parameters(changed);
    }
}
