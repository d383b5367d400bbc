package org.callwright.call.rcml;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The one way in which this product reads XML from outside. A document type declaration or an entity is refused,
 * nothing is ever fetched, and size, depth, number of elements and of attributes have limits. The parser is the JDK's
 * own, so that a library on the server's class path cannot take its place.
 */
public final class HardenedXml {

    static final int MAX_CHARACTERS = 256 * 1024;
    static final int MAX_DEPTH = 32;
    static final int MAX_ELEMENTS = 2_000;
    static final int MAX_ATTRIBUTES = 32;

    private static final XMLInputFactory FACTORY = factory();

    private HardenedXml() {
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
            throw new XMLStreamException("external entities are refused");
        });
        return factory;
    }

    /**
     * Reads a document; bare ampersands are tolerated.
     *
     * @return the root element
     * @throws RcmlRefusal when the text is malformed or breaks a limit; the message says which
     */
    public static XmlElement read(String xml) throws RcmlRefusal {
        if (xml.length() > MAX_CHARACTERS) {
            throw refusal("the document is longer than " + MAX_CHARACTERS + " characters");
        }
        String text = BareAmpersands.escape(withoutByteOrderMark(xml).stripLeading());
        try {
            XMLStreamReader reader;
            synchronized (FACTORY) {
                reader = FACTORY.createXMLStreamReader(new StringReader(text));
            }
            return new Build(reader).document();
        } catch (XMLStreamException e) {
            throw refusal("the document is not well-formed XML (line " + line(e) + ")");
        }
    }

    private static String withoutByteOrderMark(String xml) {
        return xml.startsWith("\uFEFF") ? xml.substring(1) : xml;
    }

    private static int line(XMLStreamException e) {
        return e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
    }

    private static RcmlRefusal refusal(String message) {
        return new RcmlRefusal(RcmlRefusal.UNREADABLE, message);
    }

    /** An element whose end is still to come. */
    private record Open(String name, Map<String, String> attributes, List<XmlElement> children, StringBuilder text) {

        XmlElement close() {
            return new XmlElement(name, attributes, children, text.toString());
        }
    }

    /** One pass over one document. */
    private static final class Build {

        private final XMLStreamReader reader;
        private final Deque<Open> open = new ArrayDeque<>();
        private int elements;
        private XmlElement root;

        Build(XMLStreamReader reader) {
            this.reader = reader;
        }

        XmlElement document() throws XMLStreamException, RcmlRefusal {
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> start();
                    case XMLStreamConstants.END_ELEMENT -> end();
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> text();
                    case XMLStreamConstants.DTD -> throw refusal("a document type declaration is not allowed");
                    case XMLStreamConstants.ENTITY_REFERENCE -> throw refusal("entities are not allowed");
                    default -> { }
                }
            }
            if (root == null) {
                throw refusal("the document is empty");
            }
            return root;
        }

        private void start() throws RcmlRefusal {
            if (++elements > MAX_ELEMENTS) {
                throw refusal("the document has more than " + MAX_ELEMENTS + " elements");
            }
            if (open.size() >= MAX_DEPTH) {
                throw refusal("the document is nested deeper than " + MAX_DEPTH);
            }
            if (reader.getAttributeCount() > MAX_ATTRIBUTES) {
                throw refusal("an element has more than " + MAX_ATTRIBUTES + " attributes");
            }
            Map<String, String> attributes = new HashMap<>();
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
            }
            open.push(new Open(reader.getLocalName(), attributes, new ArrayList<>(), new StringBuilder()));
        }

        private void text() {
            if (!open.isEmpty()) {
                open.peek().text().append(reader.getText());
            }
        }

        private void end() {
            XmlElement element = open.pop().close();
            if (open.isEmpty()) {
                root = element;
            } else {
                open.peek().children().add(element);
                open.peek().text().append(element.text());
            }
        }
    }
}
