package org.callwright.call.rcml;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.callwright.call.value.HttpMethod;

/** Reads the attributes of one element; what is wrong becomes a warning and the default holds. */
record Attributes(XmlElement element, List<RcmlWarning> warnings) {

    /** An attribute's text without white space around it; empty when it is missing or blank. */
    Optional<String> text(String name) {
        return element.attribute(name).map(String::strip).filter(value -> !value.isEmpty());
    }

    HttpMethod method(int code) {
        Optional<String> value = text("method");
        if (value.isEmpty() || value.get().equalsIgnoreCase("POST")) {
            return HttpMethod.POST;
        }
        if (value.get().equalsIgnoreCase("GET")) {
            return HttpMethod.GET;
        }
        warn(code, "method", value.get(), "POST");
        return HttpMethod.POST;
    }

    /** A whole number of at least {@code least}. */
    int number(String name, int least, int fallback, int code) {
        return number(name, least, code, Integer.toString(fallback)).orElse(fallback);
    }

    /** A whole number of at least {@code least}; empty when missing or wrong. */
    Optional<Integer> number(String name, int least, int code, String insteadText) {
        Optional<String> value = element.attribute(name).map(String::strip);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            int number = Integer.parseInt(value.get());
            if (number >= least) {
                return Optional.of(number);
            }
        } catch (NumberFormatException e) {
            // told below, like a number that is too small
        }
        warn(code, name, value.get(), insteadText);
        return Optional.empty();
    }

    /** {@code true} in any case is true, any other text false. */
    boolean flag(String name, boolean fallback) {
        return element.attribute(name).map(value -> value.strip().equalsIgnoreCase("true")).orElse(fallback);
    }

    /** One of two words. */
    boolean isSecond(String name, String first, String second, int code) {
        Optional<String> value = text(name).map(word -> word.toLowerCase(Locale.ROOT));
        if (value.isEmpty() || value.get().equals(first)) {
            return false;
        }
        if (value.get().equals(second)) {
            return true;
        }
        warn(code, name, value.get(), first);
        return false;
    }

    Keys keys(String name, Keys missing, Keys blank, Keys wrong, int code) {
        Optional<String> value = element.attribute(name).map(String::strip);
        if (value.isEmpty()) {
            return missing;
        }
        if (value.get().isEmpty()) {
            return blank;
        }
        Optional<Keys> keys = Keys.parse(value.get());
        if (keys.isEmpty()) {
            warn(code, name, value.get(), wrong.keys());
        }
        return keys.orElse(wrong);
    }

    void warn(int code, String name, String value, String instead) {
        warnings.add(RcmlWarning.warning(code, "<" + element.name() + "> " + name + "=\"" + shortened(value)
                + "\" is not valid; " + (instead.isEmpty() ? "it is ignored" : instead + " is used")));
    }

    private static String shortened(String value) {
        return value.length() <= 60 ? value : value.substring(0, 60) + "…";
    }
}
