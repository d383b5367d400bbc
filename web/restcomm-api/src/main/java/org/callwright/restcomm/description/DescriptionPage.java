package org.callwright.restcomm.description;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The description for people: one page without scripts and without anything from elsewhere. */
final class DescriptionPage {

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>Callwright: Restcomm API</title>
            <style>
            body{font:16px/1.5 sans-serif;max-width:60em;margin:2em auto;padding:0 1em;color:#222}
            code{background:#f2f2f2;padding:0 .2em} dt{margin-top:1em} dd{margin-left:1.5em}
            </style></head><body>
            <h1>Callwright: Restcomm API</h1>
            <p>Log in by HTTP Basic with an account's SID or e-mail address and its token. Answers are XML, or JSON when
            a path segment ends in <code>.json</code> or <code>Accept</code> has json. Forms are
            <code>application/x-www-form-urlencoded</code>. For programs: <a href="%1$s">OpenAPI 3.1</a>.</p>
            """;

    private DescriptionPage() {
    }

    static String html(List<Operation> operations, String base, String openApiUrl) {
        StringBuilder page = new StringBuilder(HEAD.replace("%1$s", escaped(openApiUrl)));
        operations.stream().map(Operation::tag).distinct().sorted().forEach(tag -> {
            page.append("<h2>").append(escaped(tag)).append("</h2>\n<dl>\n");
            operations.stream().filter(operation -> operation.tag().equals(tag)).forEach(
                    operation -> entry(page, operation, base));
            page.append("</dl>\n");
        });
        return page.append("</body></html>\n").toString();
    }

    private static void entry(StringBuilder page, Operation operation, String base) {
        page.append("<dt><b>").append(operation.verb()).append("</b> <code>")
                .append(escaped(base + operation.path())).append("</code></dt>\n<dd>")
                .append(escaped(operation.described().value()));
        parameters(page, "Query", operation.described().query());
        parameters(page, "Form", operation.described().form());
        parameters(page, "Must be there", operation.described().required());
        page.append("</dd>\n");
    }

    private static void parameters(StringBuilder page, String title, String... names) {
        if (names.length > 0) {
            page.append("<br>").append(title).append(": ").append(Arrays.stream(names)
                    .map(name -> "<code>" + escaped(name) + "</code>").collect(Collectors.joining(" ")));
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
