package org.callwright.tms.web.request;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import org.callwright.settings.TmsApiSettings;
import org.callwright.tms.web.answer.RefusalException;
import org.callwright.web.http.CappedInputStream;

/** A body that says or turns out to be larger than the operator allows is refused. */
@Provider
@Priority(Priorities.ENTITY_CODER)
@ApplicationScoped
public class BodyCapFilter implements ContainerRequestFilter {

    private final TmsApiSettings settings;

    /** For the container, which makes proxies and looks at constructors without parameters only. */
    public BodyCapFilter() {
        this(null);
    }

    @Inject
    public BodyCapFilter(TmsApiSettings settings) {
        this.settings = settings;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (length != null && (length.length() > 18 || Long.parseLong(length) > settings.mostBytes())) {
            throw RefusalException.tooLarge();
        }
        request.setEntityStream(new CappedInputStream(request.getEntityStream(), settings.mostBytes()));
    }
}
