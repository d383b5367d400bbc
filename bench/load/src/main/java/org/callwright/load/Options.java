package org.callwright.load;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Command line of {@code --name value} pairs; {@code --condition name=value} may come often. */
final class Options {

    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, String> conditions = new LinkedHashMap<>();
    private final List<String> words = new ArrayList<>();

    /** @throws IllegalArgumentException when a name has no value */
    Options(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            if (!word.startsWith("--")) {
                words.add(word);
            } else if (i + 1 == arguments.size()) {
                throw new IllegalArgumentException(word + " has no value");
            } else {
                put(word.substring(2), arguments.get(++i));
            }
        }
    }

    private void put(String name, String value) {
        if (name.equals("condition")) {
            String[] sides = value.split("=", 2);
            conditions.put(sides[0], sides.length == 2 ? sides[1] : "");
        } else {
            values.put(name, value);
        }
    }

    Map<String, String> conditions() {
        return conditions;
    }

    List<String> words() {
        return words;
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    String text(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("--" + name + " is missing"));
    }

    long number(String name, long otherwise) {
        return find(name).map(Long::parseLong).orElse(otherwise);
    }

    double decimal(String name, double otherwise) {
        return find(name).map(Double::parseDouble).orElse(otherwise);
    }

    /** An address of this machine: the generator is no weapon. */
    InetSocketAddress loopback(String name) {
        String[] sides = text(name).split(":");
        InetSocketAddress address = new InetSocketAddress(sides[0], Integer.parseInt(sides[1]));
        if (address.isUnresolved() || !address.getAddress().isLoopbackAddress()) {
            throw new IllegalArgumentException("--" + name + " must be on the loopback interface");
        }
        return address;
    }
}
