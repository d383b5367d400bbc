package org.callwright.restcomm.request;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import org.callwright.accounts.Account;
import org.callwright.call.value.AccountSid;

/**
 * A request that was let in. Resources take the account from here and not from the path, so that what was checked and
 * what is used are the same.
 *
 * @param caller who asks
 * @param account the account in the path
 * @param path the path as the client wrote it, without query; under the alias version without the context
 * @param prefix the context that the client used, {@code /restcomm} or {@code /api}
 */
public record ApiRequest(Account caller, Account account, String path, String prefix) implements Principal {

    public static ApiRequest of(SecurityContext context) {
        return (ApiRequest) context.getUserPrincipal();
    }

    /** SID of the account in the path. */
    public AccountSid sid() {
        return account.sid();
    }

    @Override
    public String getName() {
        return caller.sid().value();
    }

    /** As JAX-RS carries it. */
    record Context(ApiRequest request, boolean secure) implements SecurityContext {

        @Override
        public Principal getUserPrincipal() {
            return request;
        }

        @Override
        public boolean isUserInRole(String role) {
            return request.caller().role().equals(role);
        }

        @Override
        public boolean isSecure() {
            return secure;
        }

        @Override
        public String getAuthenticationScheme() {
            return BASIC_AUTH;
        }
    }
}
