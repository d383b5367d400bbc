package org.callwright.web.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A resource as data: its properties in the order in which they are written. A property has a name in each of the two
 * representations and usually the same value; values are texts, numbers, booleans, {@link Element}s or lists of those.
 * Empty optionals leave the property out.
 */
public final class Element {

    /** JSON's {@code null}. */
    static final Object NULL = new Object();
    /** Names come from code, so there are as many as code has. */
    private static final Map<String, String> CAMEL_CASE = new ConcurrentHashMap<>();

    private final String xmlName;
    private final List<Property> properties = new ArrayList<>();

    /** A null name or value: not in this representation. */
    record Property(String jsonName, Object jsonValue, String xmlName, Object xmlValue) {
    }

    private Element(String xmlName) {
        this.xmlName = xmlName;
    }

    /** @param xmlName the element's own name in XML; in JSON an object has none */
    public static Element named(String xmlName) {
        return new Element(xmlName);
    }

    /** Adds a property; its XML name is the JSON name in camel case: {@code date_created}, {@code DateCreated}. */
    public Element with(String jsonName, Object value) {
        return with(jsonName, camelCase(jsonName), value);
    }

    public Element with(String jsonName, String xmlName, Object value) {
        return add(jsonName, value, xmlName, value);
    }

    /** Adds a property whose value differs between the representations. */
    public Element with(String jsonName, Object jsonValue, String xmlName, Object xmlValue) {
        return add(jsonName, jsonValue, xmlName, xmlValue);
    }

    public Element withJsonOnly(String jsonName, Object value) {
        return add(jsonName, value, null, null);
    }

    /** Adds a property which JSON shows as {@code null} when it is empty, and XML leaves out. */
    public Element withOrNull(String jsonName, Optional<?> value) {
        return add(jsonName, value.isPresent() ? value : NULL, camelCase(jsonName), value);
    }

    private Element add(String jsonName, Object jsonValue, String xmlName, Object xmlValue) {
        Object json = unwrapped(jsonValue);
        Object xml = unwrapped(xmlValue);
        if (json != null || xml != null) {
            properties.add(new Property(jsonName, json, xmlName, xml));
        }
        return this;
    }

    String xmlName() {
        return xmlName;
    }

    List<Property> properties() {
        return properties;
    }

    private static Object unwrapped(Object value) {
        return value instanceof Optional<?> optional ? optional.orElse(null) : value;
    }

    private static String camelCase(String jsonName) {
        String known = CAMEL_CASE.get(jsonName);
        return known != null ? known : CAMEL_CASE.computeIfAbsent(jsonName, Element::toCamelCase);
    }

    private static String toCamelCase(String jsonName) {
        StringBuilder name = new StringBuilder();
        for (String word : jsonName.split("_")) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
        }
        return name.toString();
    }
}
