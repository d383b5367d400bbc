package org.callwright.restcomm.answer;

import org.callwright.web.document.Element;
import org.callwright.web.document.Elements;
import org.callwright.web.document.JsonText;
import org.callwright.web.document.XmlText;

/**
 * What a resource answers, not yet rendered.
 *
 * @param json root of the JSON document: an element or a list
 * @param xml what stands below {@code <RestcommResponse>}
 */
public record Answer(Object json, Object xml) {

    private static final String ROOT = "RestcommResponse";

    public static Answer of(Element resource) {
        return new Answer(resource, resource);
    }

    /** A list without paging: a bare JSON array. */
    public static Answer bareList(Elements list) {
        return new Answer(list.rows(), list);
    }

    /** A refusal. */
    public static Answer error(String code, String message) {
        Element body = Element.named("Error").with("message", message).with("error", code);
        return new Answer(body, new XmlText.Contents(body));
    }

    public String render(Representation representation) {
        return representation == Representation.JSON ? JsonText.of(json) : XmlText.of(ROOT, xml);
    }
}
