package org.callwright.restcomm.request;

import jakarta.servlet.ServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;

/**
 * Where a request comes from: the address of the other end of the connection, which behind a proxy is what the server
 * was configured to believe. {@link SourceFilter} notes it in the servlet request, resources' filters read it there.
 */
final class Source {

    static final String ATTRIBUTE = Source.class.getName();

    private Source() {
    }

    static String of(ContainerRequestContext request) {
        return address(request.getProperty(ATTRIBUTE));
    }

    static String of(ServletRequest request) {
        return address(request.getAttribute(ATTRIBUTE));
    }

    private static String address(Object noted) {
        return noted instanceof String address ? address : "";
    }
}
