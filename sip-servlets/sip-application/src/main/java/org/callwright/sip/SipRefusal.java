package org.callwright.sip;

import java.io.IOException;
import java.util.List;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.callwright.call.value.Parameter;

/** A final refusal of a request, with the headers that belong to it. */
record SipRefusal(int status, String reason, List<Parameter> headers) {

    static SipRefusal unavailable() {
        return new SipRefusal(SipServletResponse.SC_SERVICE_UNAVAILABLE, "Service Unavailable",
                List.of(new Parameter("Retry-After", "5")));
    }

    static SipRefusal noSuchCall() {
        return new SipRefusal(SipServletResponse.SC_CALL_LEG_DONE, "Call/Transaction Does Not Exist", List.of());
    }

    /** RFC 3261 section 14.2: 500 with a random time to wait. */
    static SipRefusal retryLater(int seconds) {
        return new SipRefusal(SipServletResponse.SC_SERVER_INTERNAL_ERROR, "Offer Pending",
                List.of(new Parameter("Retry-After", Integer.toString(seconds))));
    }

    static SipRefusal methodNotAllowed(String allow) {
        return new SipRefusal(SipServletResponse.SC_METHOD_NOT_ALLOWED, "Method Not Allowed",
                List.of(new Parameter("Allow", allow)));
    }

    static SipRefusal unsupportedMedia(String accept) {
        return new SipRefusal(SipServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, "Unsupported Media Type",
                List.of(new Parameter("Accept", accept)));
    }

    static SipRefusal badExtension(String unsupported) {
        return new SipRefusal(SipServletResponse.SC_BAD_EXTENSION, "Bad Extension",
                List.of(new Parameter("Unsupported", unsupported)));
    }

    static SipRefusal badRequest(String reason) {
        return new SipRefusal(SipServletResponse.SC_BAD_REQUEST, reason, List.of());
    }

    void answer(SipServletRequest request) throws IOException {
        SipServletResponse response = request.createResponse(status, reason);
        headers.forEach(header -> response.setHeader(header.name(), header.value()));
        response.send();
    }
}
