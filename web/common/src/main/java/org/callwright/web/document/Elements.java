package org.callwright.web.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A list of resources as XML writes it: an element with attributes around the elements of the list. */
public record Elements(String xmlName, Map<String, String> attributes, List<Element> rows) {

    public Elements {
        attributes = new LinkedHashMap<>(attributes);
        rows = List.copyOf(rows);
    }
}
