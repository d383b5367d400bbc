package org.callwright.restcomm.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.util.Map;

/** Renders every {@link Answer} in the representation of its request. */
@Provider
public class AnswerFilter implements ContainerResponseFilter {

    /** What every answer of the API has besides its type. */
    public static final Map<String, String> HEADERS =
            Map.of("X-Content-Type-Options", "nosniff", "Cache-Control", "no-store");

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        HEADERS.forEach(response.getHeaders()::putSingle);
        if (response.getEntity() instanceof Answer answer) {
            Representation representation = Representation.of(request);
            response.setEntity(
                    answer.render(representation).getBytes(UTF_8),
                    new Annotation[0],
                    MediaType.valueOf(representation.contentType()));
        }
    }
}
