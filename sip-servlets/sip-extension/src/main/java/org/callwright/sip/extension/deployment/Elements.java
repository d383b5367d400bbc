package org.callwright.sip.extension.deployment;

import java.util.ArrayList;
import java.util.List;
import org.callwright.sip.extension.SipExtensionLog;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Children and texts of XML elements. */
final class Elements {
    private Elements() {
    }

    static List<Element> of(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static List<Element> of(Element parent, String name) {
        return of(parent).stream().filter(child -> child.getLocalName().equals(name)).toList();
    }

    static String text(Element element) {
        return element.getTextContent().strip();
    }

    /** The text of the one child of that name. */
    static String text(Element parent, String name) {
        return of(parent, name).stream().findFirst().map(Elements::text)
                .orElseThrow(() -> SipExtensionLog.ROOT.missingElement(name, parent.getLocalName()));
    }
}
