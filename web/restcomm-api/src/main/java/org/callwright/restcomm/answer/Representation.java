package org.callwright.restcomm.answer;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Locale;

/** How an answer is written. XML unless the path ends in {@code .json} or the client accepts JSON. */
public enum Representation {
    XML("application/xml;charset=UTF-8"),
    JSON("application/json;charset=UTF-8");

    private static final String PROPERTY = Representation.class.getName();

    private final String contentType;

    Representation(String contentType) {
        this.contentType = contentType;
    }

    public String contentType() {
        return contentType;
    }

    /** By the Accept header; it may be null. */
    public static Representation accepted(String accept) {
        return accept != null && accept.toLowerCase(Locale.ROOT).contains("json") ? JSON : XML;
    }

    /** That of the request, XML before anybody decided. */
    public static Representation of(ContainerRequestContext request) {
        return request.getProperty(PROPERTY) instanceof Representation decided
                ? decided
                : accepted(request.getHeaderString("Accept"));
    }

    public void decideFor(ContainerRequestContext request) {
        request.setProperty(PROPERTY, this);
    }
}
