package org.callwright.restcomm.description;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.callwright.restcomm.answer.Answer;
import org.callwright.restcomm.list.Envelope;
import org.callwright.restcomm.resource.Kinds;
import org.callwright.restcomm.resource.Kinds.Kind;
import org.callwright.web.document.Element;
import org.callwright.web.document.Shape;
import org.callwright.web.document.Shape.Presence;
import org.callwright.web.document.Shape.Property;
import org.callwright.web.document.Type;

/**
 * The schemas of resources, pages and refusals, made of the shapes that render them: what an answer has is in its
 * schema, and nothing else is.
 */
final class Schemas {

    private static final String PAGE = "Page";

    private final Map<String, Element> all = new LinkedHashMap<>();

    Schemas() {
        all.put(Answer.ERROR.name(), of(Answer.ERROR));
        all.put(Envelope.SHAPE.name(), of(Envelope.SHAPE));
        new TreeMap<>(Kinds.all()).values().forEach(kind -> {
            all.put(kind.shape().name(), of(kind.shape()));
            if (!kind.collection().isEmpty()) {
                all.put(kind.shape().name() + PAGE, page(kind));
            }
        });
    }

    Element all() {
        Element schemas = object();
        all.forEach(schemas::withJsonOnly);
        return schemas;
    }

    static Element error() {
        return reference(Answer.ERROR.name());
    }

    /** @param kind the word in the path */
    static Element one(String kind) {
        return reference(Kinds.all().get(kind).shape().name());
    }

    static Element list(String kind) {
        return array(one(kind));
    }

    static Element page(String kind) {
        return reference(Kinds.all().get(kind).shape().name() + PAGE);
    }

    private static Element page(Kind kind) {
        Element list = object().withJsonOnly("type", "object")
                .withJsonOnly("properties", object().withJsonOnly(kind.collection(),
                        array(reference(kind.shape().name())).withJsonOnly("description", "The page's resources")))
                .withJsonOnly("required", List.of(kind.collection()));
        return object().withJsonOnly("allOf", List.of(reference(Envelope.SHAPE.name()), list));
    }

    private static <T> Element of(Shape<T> shape) {
        Element properties = object();
        for (Property<T> property : shape.properties()) {
            properties.withJsonOnly(property.name(), of(property));
        }
        return object().withJsonOnly("type", "object")
                .withJsonOnly("properties", properties)
                .withJsonOnly("required", shape.properties().stream()
                        .filter(property -> property.presence() != Presence.OPTIONAL)
                        .map(Property::name).toList());
    }

    private static Element of(Property<?> property) {
        if (property.nested() != null) {
            Element nested = of(property.nested());
            return (property.many() ? array(nested) : nested).withJsonOnly("description", property.meaning());
        }
        Type type = property.type();
        Element schema = object().withJsonOnly("type", property.presence() == Presence.NULLABLE
                ? List.of(type.schema(), "null") : type.schema());
        if (!type.format().isEmpty()) {
            schema.withJsonOnly("format", type.format());
        }
        if (!type.pattern().isEmpty()) {
            schema.withJsonOnly("pattern", type.pattern());
        }
        return schema.withJsonOnly("description", property.meaning());
    }

    private static Element array(Element items) {
        return object().withJsonOnly("type", "array").withJsonOnly("items", items);
    }

    private static Element reference(String schema) {
        return object().withJsonOnly("$ref", "#/components/schemas/" + schema);
    }

    private static Element object() {
        return Element.named("Object");
    }
}
