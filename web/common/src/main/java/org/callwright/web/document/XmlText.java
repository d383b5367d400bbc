package org.callwright.web.document;

import java.util.Collection;

/** Writes elements as XML 1.0; characters that XML cannot hold become U+FFFD. */
public final class XmlText {

    private static final char REPLACEMENT = '\uFFFD';

    private final StringBuilder text = new StringBuilder(512);

    private XmlText() {
    }

    /** @param content an element or a list ({@link Elements}), written inside of the root */
    public static String of(String root, Object content) {
        XmlText xml = new XmlText();
        xml.text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<").append(root).append('>');
        xml.node(content);
        xml.text.append("</").append(root).append(">\n");
        return xml.text.toString();
    }

    private void node(Object node) {
        if (node instanceof Element element) {
            text.append('<').append(element.xmlName()).append('>');
            properties(element);
            text.append("</").append(element.xmlName()).append('>');
        } else if (node instanceof Elements list) {
            text.append('<').append(list.xmlName());
            list.attributes().forEach((name, value) -> {
                text.append(' ').append(name).append("=\"");
                escaped(value);
                text.append('"');
            });
            text.append('>');
            list.rows().forEach(this::node);
            text.append("</").append(list.xmlName()).append('>');
        } else if (node instanceof Contents contents) {
            properties(contents.element);
        } else {
            throw new IllegalArgumentException("no XML node: " + node.getClass());
        }
    }

    private void properties(Element element) {
        for (Element.Property property : element.properties()) {
            if (property.xmlName() != null && property.xmlValue() != null) {
                text.append('<').append(property.xmlName()).append('>');
                value(property.xmlValue());
                text.append("</").append(property.xmlName()).append('>');
            }
        }
    }

    private void value(Object value) {
        if (value instanceof Element element) {
            properties(element);
        } else if (value instanceof Collection<?> list) {
            list.forEach(this::node);
        } else {
            escaped(value.toString());
        }
    }

    private void escaped(String value) {
        value.codePoints().forEach(point -> {
            switch (point) {
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '&' -> text.append("&amp;");
                case '"' -> text.append("&quot;");
                case '\r' -> text.append("&#13;");
                default -> text.appendCodePoint(allowed(point) ? point : REPLACEMENT);
            }
        });
    }

    private static boolean allowed(int point) {
        return point == '\t' || point == '\n' || point >= 0x20 && point <= 0xD7FF || point >= 0xE000 && point <= 0xFFFD
                || point >= 0x10000;
    }

    /** An element's properties without a tag of its own: they stand right below the root. */
    public record Contents(Element element) {
    }
}
