package org.callwright.restcomm.description;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.callwright.restcomm.RestcommApplication;
import org.callwright.restcomm.description.Described.Shape;
import org.callwright.web.document.Element;

/** The OpenAPI 3.1 document of the operations. */
final class OpenApi {

    private static final List<String> PAGING = List.of(
            "Page", "PageSize", "Limit", "AfterSid", "SortBy", "SubAccounts");
    private static final Map<String, String> REFUSALS = Map.of(
            "400", "A parameter or SID cannot be used", "401", "No or wrong credentials", "403", "Not permitted",
            "404", "There is no such resource", "429", "Asked too often; see Retry-After");

    private final List<Operation> operations;
    private final String base;

    /** @param base path that all paths are below */
    OpenApi(List<Operation> operations, String base) {
        this.operations = operations;
        this.base = base;
    }

    Element document() {
        Map<String, Element> paths = new LinkedHashMap<>();
        for (Operation operation : operations) {
            paths.computeIfAbsent(operation.path(), path -> object())
                    .withJsonOnly(operation.verb().toLowerCase(Locale.ROOT), operation(operation));
        }
        paths.put("/Accounts/{account}/Recordings/{sid}.wav",
                object().withJsonOnly("get", audio("A WAV file", "audio/x-wav")));
        paths.put("/Accounts/{account}/Recordings/{sid}.gsm",
                object().withJsonOnly("get", audio("A GSM file, if that is what is kept", "audio/x-gsm")));
        Element all = object();
        paths.forEach(all::withJsonOnly);
        return object()
                .withJsonOnly("openapi", "3.1.0")
                .withJsonOnly("info", object()
                        .withJsonOnly("title", "Callwright: Restcomm API")
                        .withJsonOnly("version", RestcommApplication.VERSION)
                        .withJsonOnly("description", "XML by default; JSON when a path segment ends in .json or Accept "
                                + "has json. Forms are application/x-www-form-urlencoded."))
                .withJsonOnly("servers", List.of(object().withJsonOnly("url", base)))
                .withJsonOnly("security", List.of(object().withJsonOnly("basic", List.of())))
                .withJsonOnly("paths", all)
                .withJsonOnly("components", object()
                        .withJsonOnly("securitySchemes", object().withJsonOnly("basic",
                                object().withJsonOnly("type", "http").withJsonOnly("scheme", "basic")))
                        .withJsonOnly("schemas", new Schemas().all()));
    }

    private Element operation(Operation operation) {
        Described described = operation.described();
        List<Element> parameters = new ArrayList<>();
        operation.variables().forEach(name -> parameters.add(parameter(name, "path", true)));
        if (described.answer() == Shape.PAGE) {
            PAGING.forEach(name -> parameters.add(parameter(name, "query", false)));
        }
        Arrays.asList(described.query()).forEach(name -> parameters.add(parameter(name, "query", false)));
        Element element = object()
                .withJsonOnly("tags", List.of(operation.tag()))
                .withJsonOnly("summary", described.value())
                .withJsonOnly("parameters", parameters);
        if (described.form().length > 0) {
            element.withJsonOnly("requestBody", form(described));
        }
        return element.withJsonOnly("responses", responses(operation));
    }

    private static Element parameter(String name, String in, boolean required) {
        return object().withJsonOnly("name", name).withJsonOnly("in", in).withJsonOnly("required", required)
                .withJsonOnly("schema", object().withJsonOnly("type", "string"));
    }

    private static Element form(Described described) {
        Element properties = object();
        for (String name : described.form()) {
            properties.withJsonOnly(name, object().withJsonOnly("type", "string"));
        }
        Element schema = object().withJsonOnly("type", "object").withJsonOnly("properties", properties);
        if (described.required().length > 0) {
            schema.withJsonOnly("required", Arrays.asList(described.required()));
        }
        return object().withJsonOnly("content", object().withJsonOnly(
                "application/x-www-form-urlencoded", object().withJsonOnly("schema", schema)));
    }

    private static Element responses(Operation operation) {
        Described described = operation.described();
        Shape shape = described.answer();
        Element responses = object();
        if (shape == Shape.NO_CONTENT || shape == Shape.EMPTY) {
            responses.withJsonOnly(shape == Shape.EMPTY ? "200" : "204", object().withJsonOnly("description", "Done"));
        } else {
            responses.withJsonOnly("200", content("The answer", switch (shape) {
                case PAGE -> Schemas.page(operation.tag());
                case ARRAY -> Schemas.list(operation.tag());
                default -> Schemas.one(operation.tag());
            }));
        }
        REFUSALS.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(
                refusal -> responses.withJsonOnly(refusal.getKey(), content(refusal.getValue(), Schemas.error())));
        for (int status : described.refusals()) {
            responses.withJsonOnly(String.valueOf(status), content("Refused; the error says why", Schemas.error()));
        }
        return responses;
    }

    private static Element audio(String what, String type) {
        return object()
                .withJsonOnly("tags", List.of("Recordings"))
                .withJsonOnly("summary", "The audio of a recording; needs no credentials")
                .withJsonOnly("security", List.of())
                .withJsonOnly("parameters", List.of(parameter("account", "path", true), parameter("sid", "path", true)))
                .withJsonOnly("responses", object()
                        .withJsonOnly("200", object().withJsonOnly("description", what)
                                .withJsonOnly("content", object().withJsonOnly(type, object())))
                        .withJsonOnly("206", object().withJsonOnly("description", "The part that Range asked for"))
                        .withJsonOnly("404", object().withJsonOnly("description", "There is no such recording"))
                        .withJsonOnly("416", object().withJsonOnly("description", "The file has no such part")));
    }

    private static Element content(String description, Element schema) {
        Element media = object().withJsonOnly("schema", schema);
        return object().withJsonOnly("description", description).withJsonOnly("content",
                object().withJsonOnly("application/json", media).withJsonOnly("application/xml", object()));
    }

    private static Element object() {
        return Element.named("Object");
    }
}
