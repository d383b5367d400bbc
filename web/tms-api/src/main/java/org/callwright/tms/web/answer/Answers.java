package org.callwright.tms.web.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.callwright.web.document.Element;
import org.callwright.web.document.JsonText;

/** Makes answers. */
public final class Answers {

    static final String JSON = "application/json;charset=utf-8";
    static final Map<String, String> HEADERS =
            Map.of("X-Content-Type-Options", "nosniff", "Cache-Control", "no-store");

    private Answers() {
    }

    /** @param content an element or a list of elements */
    public static Response.ResponseBuilder json(int status, Object content) {
        Response.ResponseBuilder answer = Response.status(status)
                .type(JSON)
                .entity(JsonText.of(content).getBytes(UTF_8));
        HEADERS.forEach(answer::header);
        return answer;
    }

    /** A refusal, with the dialect's body for it. */
    static Response.ResponseBuilder error(int status, String text) {
        return json(status, error(text));
    }

    static Element error(String text) {
        return Element.named("Error").withJsonOnly("error", text);
    }
}
