package org.callwright.restcomm.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;

/** Renders every {@link Answer} in the representation of its request. */
@Provider
public class AnswerFilter implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle("X-Content-Type-Options", "nosniff");
        response.getHeaders().putSingle("Cache-Control", "no-store");
        if (response.getEntity() instanceof Answer answer) {
            Representation representation = Representation.of(request);
            response.setEntity(
                    answer.render(representation).getBytes(UTF_8),
                    new Annotation[0],
                    MediaType.valueOf(representation.contentType()));
        }
    }
}
