package org.callwright.web.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How resources of a kind are shown: one line for each property, with its name, type, meaning and value. Both the
 * element of a resource and the description of the kind are made of it, so the two cannot differ.
 *
 * <p>A shape is built once, as a constant, and does not change after that.
 *
 * @param <T> what a resource is made of
 */
public final class Shape<T> {

    private final String name;
    private final List<Property<T>> properties = new ArrayList<>();

    /** Whether a property can be missing. */
    public enum Presence {
        ALWAYS,
        /** Left out when there is no value. */
        OPTIONAL,
        /** {@code null} in JSON and left out of XML when there is no value. */
        NULLABLE
    }

    /**
     * A property.
     *
     * @param nested shape of the object or of a list's items; null for plain values
     * @param many whether it is a list
     * @param xmlName null: the JSON name in camel case
     * @param xmlValue null: the same as in JSON
     */
    public record Property<T>(String name, Type type, Presence presence, String meaning, Shape<?> nested, boolean many,
            Function<T, ?> value, String xmlName, Function<T, ?> xmlValue) {

        private void add(Element element, T resource) {
            Object json = value.apply(resource);
            if (presence == Presence.NULLABLE) {
                element.withOrNull(name, (Optional<?>) json);
            } else if (xmlName == null) {
                element.with(name, json);
            } else {
                element.with(name, json, xmlName, xmlValue == null ? json : xmlValue.apply(resource));
            }
        }
    }

    private Shape(String name) {
        this.name = name;
    }

    /** @param name of the kind, and of its elements in XML */
    public static <T> Shape<T> named(String name) {
        return new Shape<>(name);
    }

    /** A property that is always there. */
    public Shape<T> with(String property, Type type, String meaning, Function<T, ?> value) {
        return add(property, type, Presence.ALWAYS, meaning, null, false, value);
    }

    /** A property that is left out when it is empty. */
    public Shape<T> maybe(String property, Type type, String meaning, Function<T, Optional<?>> value) {
        return add(property, type, Presence.OPTIONAL, meaning, null, false, value);
    }

    /** A property that JSON shows as {@code null} when it is empty. */
    public Shape<T> orNull(String property, Type type, String meaning, Function<T, Optional<?>> value) {
        return add(property, type, Presence.NULLABLE, meaning, null, false, value);
    }

    /** An object made of the same resource. */
    public Shape<T> object(String property, String meaning, Shape<T> shape) {
        return add(property, Type.OBJECT, Presence.ALWAYS, meaning, shape, false, shape::element);
    }

    /** A list of objects. */
    public <U> Shape<T> list(String property, String meaning, Shape<U> items, Function<T, List<U>> value) {
        return add(property, Type.OBJECT, Presence.ALWAYS, meaning, items, true,
                resource -> value.apply(resource).stream().map(items::element).toList());
    }

    /** Gives the property before another name in XML. */
    public Shape<T> inXml(String xmlName) {
        return inXml(xmlName, null);
    }

    /** Gives the property before another name and value in XML. */
    public Shape<T> inXml(String xmlName, Function<T, ?> xmlValue) {
        Property<T> last = properties.remove(properties.size() - 1);
        properties.add(new Property<>(last.name, last.type, last.presence, last.meaning, last.nested, last.many,
                last.value, xmlName, xmlValue));
        return this;
    }

    private Shape<T> add(String property, Type type, Presence presence, String meaning, Shape<?> nested, boolean many,
            Function<T, ?> value) {
        properties.add(new Property<>(property, type, presence, meaning, nested, many, value, null, null));
        return this;
    }

    public String name() {
        return name;
    }

    public List<Property<T>> properties() {
        return Collections.unmodifiableList(properties);
    }

    /** The resource as data. */
    public Element element(T resource) {
        Element element = Element.named(name);
        for (Property<T> property : properties) {
            property.add(element, resource);
        }
        return element;
    }

    /** The resource's values by their JSON names: what is left out is not in it, {@code null} is an empty optional. */
    public Map<String, Object> values(T resource) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Property<T> property : properties) {
            Object value = property.value.apply(resource);
            if (!(value instanceof Optional<?> optional)) {
                values.put(property.name, value);
            } else if (optional.isPresent() || property.presence == Presence.NULLABLE) {
                values.put(property.name, optional.isPresent() ? optional.get() : optional);
            }
        }
        return values;
    }
}
