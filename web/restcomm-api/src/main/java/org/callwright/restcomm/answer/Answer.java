package org.callwright.restcomm.answer;

import org.callwright.web.document.Element;
import org.callwright.web.document.Elements;
import org.callwright.web.document.JsonText;
import org.callwright.web.document.Shape;
import org.callwright.web.document.Type;
import org.callwright.web.document.XmlText;

/**
 * What a resource answers, not yet rendered.
 *
 * @param json root of the JSON document: an element or a list
 * @param xml what stands below {@code <RestcommResponse>}
 */
public record Answer(Object json, Object xml) {

    /** Every refusal. */
    public static final Shape<Refusal> ERROR = Shape.<Refusal>named("Error")
            .with("message", Type.TEXT, "What is wrong, for people; may change", Refusal::message)
            .with("error", Type.TEXT, "What is wrong, by its number, such as CWAPI4011; stays", Refusal::code);

    private static final String ROOT = "RestcommResponse";

    /** What a refusal says. */
    public record Refusal(String code, String message) {
    }

    public static Answer of(Element resource) {
        return new Answer(resource, resource);
    }

    /** A list without paging: a bare JSON array. */
    public static Answer bareList(Elements list) {
        return new Answer(list.rows(), list);
    }

    /** A refusal. */
    public static Answer error(String code, String message) {
        Element body = ERROR.element(new Refusal(code, message));
        return new Answer(body, new XmlText.Contents(body));
    }

    public String render(Representation representation) {
        return representation == Representation.JSON ? JsonText.of(json) : XmlText.of(ROOT, xml);
    }
}
