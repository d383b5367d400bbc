package org.callwright.restcomm.request;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import org.callwright.restcomm.answer.ApiError;
import org.callwright.restcomm.answer.ApiException;
import org.callwright.web.http.CappedInputStream;

/** No form needs more than {@link #MOST_BYTES}; a body that says or turns out to be larger is refused. */
@Provider
@PreMatching
@Priority(200)
public class BodyCapFilter implements ContainerRequestFilter {

    static final long MOST_BYTES = 1_000_000;

    @Override
    public void filter(ContainerRequestContext request) {
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (length != null && (length.length() > 18 || Long.parseLong(length) > MOST_BYTES)) {
            throw new ApiException(ApiError.BODY_TOO_LARGE, "The body is larger than " + MOST_BYTES + " bytes");
        }
        request.setEntityStream(new CappedInputStream(request.getEntityStream(), MOST_BYTES));
    }
}
