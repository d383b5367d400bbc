package org.callwright.restcomm.request;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import org.callwright.accounts.Account;
import org.callwright.restcomm.answer.ApiException;

/**
 * Asking the {@link Gate} before a request comes to JAX-RS. What it said is noted in the servlet request, which clients
 * cannot write to, and {@link AccessFilter} goes by it.
 */
public final class Admission {

    private static final String ATTRIBUTE = Admission.class.getName();

    private Admission() {
    }

    /**
     * Asks for a request that reads one resource.
     *
     * @param account SID of the account in the path
     * @param kind kind of resource in the path
     * @return empty when it is refused: let it go on to JAX-RS, where it is told why
     */
    public static Optional<ApiRequest> ask(Gate gate, HttpServletRequest request, String account, String kind) {
        try {
            Account caller = gate.caller(request.getHeader("Authorization"), Source.of(request));
            Account owner = gate.account(caller, new Target(account, kind, true), "GET");
            String path = request.getRequestURI();
            ApiRequest admitted = new ApiRequest(caller, owner, path, request.getContextPath());
            request.setAttribute(ATTRIBUTE, admitted);
            return Optional.of(admitted);
        } catch (ApiException refusal) {
            request.setAttribute(ATTRIBUTE, refusal);
            return Optional.empty();
        }
    }

    /**
     * What was said to the request before; empty when it was not asked yet.
     *
     * @throws ApiException when it was refused
     */
    static Optional<ApiRequest> of(ContainerRequestContext request) {
        Object said = request.getProperty(ATTRIBUTE);
        if (said instanceof ApiException refusal) {
            throw refusal;
        }
        return Optional.ofNullable((ApiRequest) said);
    }
}
