package org.callwright.call.rcml;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An element of a document that was read safely.
 *
 * @param name as written, prefix included
 * @param text of this element and all below it, in document order
 */
public record XmlElement(String name, Map<String, String> attributes, List<XmlElement> children, String text) {

    public XmlElement {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
    }

    public Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    /** The text without white space around it, each run of white space inside it made one blank. */
    public String plainText() {
        return text.strip().replaceAll("\\s+", " ");
    }
}
