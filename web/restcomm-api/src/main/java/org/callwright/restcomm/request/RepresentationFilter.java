package org.callwright.restcomm.request;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.callwright.restcomm.answer.Representation;

/**
 * Decides between XML and JSON. A {@code .json} behind any segment of the path means JSON and is taken away before
 * resources are matched, so that {@code Calls.json/CA1}, {@code Calls/CA1.json} and {@code Calls/CA1} are one resource.
 * Says are JSON whatever the client asks for.
 */
@Provider
@PreMatching
@Priority(100)
public class RepresentationFilter implements ContainerRequestFilter {

    static final String ORIGINAL_PATH = RepresentationFilter.class.getName() + ".path";
    private static final String SUFFIX = ".json";
    private static final List<String> JSON_ONLY = List.of("Says");

    @Override
    public void filter(ContainerRequestContext request) {
        URI uri = request.getUriInfo().getRequestUri();
        String path = uri.getRawPath();
        request.setProperty(ORIGINAL_PATH, path);
        List<String> segments = Arrays.asList(path.split("/", -1));
        if (segments.stream().anyMatch(segment -> segment.endsWith(SUFFIX))) {
            String stripped = segments.stream().map(RepresentationFilter::stripped).collect(Collectors.joining("/"));
            request.setRequestUri(UriBuilder.fromUri(uri).replacePath(stripped).build());
            Representation.JSON.decideFor(request);
        } else if (segments.stream().anyMatch(JSON_ONLY::contains)) {
            Representation.JSON.decideFor(request);
        } else {
            Representation.accepted(request.getHeaderString("Accept")).decideFor(request);
        }
    }

    private static String stripped(String segment) {
        return segment.endsWith(SUFFIX) ? segment.substring(0, segment.length() - SUFFIX.length()) : segment;
    }
}
