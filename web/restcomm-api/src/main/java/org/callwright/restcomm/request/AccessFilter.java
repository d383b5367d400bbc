package org.callwright.restcomm.request;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import org.callwright.accounts.Account;
import org.callwright.restcomm.RestcommApplication;

/**
 * Lets nobody in without asking at the {@link Gate}. Runs before any resource is matched, so there is no path around it.
 * A request whose {@link Admission} was asked for already is not asked again. The one thing without credentials, the audio
 * of recordings, never comes here.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class AccessFilter implements ContainerRequestFilter {

    private final Gate gate;

    /** For the container, which makes proxies and looks at constructors without parameters only. */
    public AccessFilter() {
        this(null);
    }

    @Inject
    public AccessFilter(Gate gate) {
        this.gate = gate;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        ApiRequest admitted = Admission.of(request).orElseGet(() -> ask(request));
        request.setSecurityContext(new ApiRequest.Context(
                admitted, request.getSecurityContext() != null && request.getSecurityContext().isSecure()));
    }

    private ApiRequest ask(ContainerRequestContext request) {
        Account caller = gate.caller(request.getHeaderString(HttpHeaders.AUTHORIZATION), Source.of(request));
        Target target = Target.of(request.getUriInfo().getPathSegments());
        Account account = gate.account(caller, target, request.getMethod());
        String prefix = prefix(request.getUriInfo().getBaseUri());
        String path = (String) request.getProperty(RepresentationFilter.ORIGINAL_PATH);
        boolean alias = path.startsWith(prefix + "/" + RestcommApplication.ALIAS_VERSION + "/");
        return new ApiRequest(caller, account, alias ? path.substring(prefix.length()) : path, prefix);
    }

    /** The context path: the base URI without the version. */
    private static String prefix(URI base) {
        String path = base.getRawPath();
        String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return trimmed.substring(0, trimmed.lastIndexOf('/'));
    }
}
