package org.callwright.tms.web.request;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;

/** A path may end in {@code .json}; there is nothing else that an answer could be, so it is taken away. */
@Provider
@PreMatching
public class SuffixFilter implements ContainerRequestFilter {

    private static final String SUFFIX = ".json";

    @Override
    public void filter(ContainerRequestContext request) {
        URI uri = request.getUriInfo().getRequestUri();
        String path = uri.getRawPath();
        if (path.endsWith(SUFFIX) && !path.endsWith("/" + SUFFIX)) {
            request.setRequestUri(UriBuilder.fromUri(uri)
                    .replacePath(path.substring(0, path.length() - SUFFIX.length()))
                    .build());
        }
    }
}
