package org.callwright.telesign.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.callwright.telesign.SignedRequest;
import org.callwright.telesign.TelesignError;
import org.callwright.telesign.TelesignException;

/** Takes a request as it was sent, before anything of it is decoded. */
final class RequestReader {

    /** All texts at their longest, each character at its longest in form encoding, and some. */
    private static final int MAX_BODY = 512 * 1024;
    private static final String MOUNTED_AT = "/v1";

    private RequestReader() {
    }

    static SignedRequest read(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MAX_BODY + 1);
        if (body.length > MAX_BODY) {
            throw new TelesignException(TelesignError.BODY_TOO_LARGE);
        }
        return new SignedRequest(request.getMethod(), paths(request), header(request, "Authorization"),
                header(request, "Content-Type"), header(request, "Date"), tsHeaders(request), body,
                request.getRemoteAddr(), request.getServerName());
    }

    /** The path as it was asked for, and as a client means it that knows nothing of a prefix before it. */
    private static Set<String> paths(HttpServletRequest request) {
        String whole = request.getRequestURI();
        Set<String> paths = new HashSet<>(Set.of(whole));
        paths.add(MOUNTED_AT + whole.substring(Math.min(whole.length(), request.getContextPath().length())));
        return paths;
    }

    private static String header(HttpServletRequest request, String name) {
        String value = request.getHeader(name);
        return value == null ? "" : value.strip();
    }

    private static Map<String, String> tsHeaders(HttpServletRequest request) {
        Map<String, String> headers = new HashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            if (name.toLowerCase(Locale.ROOT).startsWith("x-ts-")) {
                headers.put(name.toLowerCase(Locale.ROOT), header(request, name));
            }
        }
        return headers;
    }
}
