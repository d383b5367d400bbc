package org.callwright.tms.web.request;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import org.callwright.call.value.AccountSid;
import org.callwright.tms.TmsAccounts.TmsAccount;

/** Who asks, by its token. */
public record Caller(TmsAccount account) implements Principal {

    public static TmsAccount account(SecurityContext context) {
        return ((Caller) context.getUserPrincipal()).account();
    }

    public static AccountSid sid(SecurityContext context) {
        return account(context).account();
    }

    @Override
    public String getName() {
        return account.account().value();
    }

    /** As JAX-RS carries it. */
    record Context(Caller caller) implements SecurityContext {

        @Override
        public Principal getUserPrincipal() {
            return caller;
        }

        @Override
        public boolean isUserInRole(String role) {
            return false;
        }

        @Override
        public boolean isSecure() {
            return false;
        }

        @Override
        public String getAuthenticationScheme() {
            return TokenFilter.HEADER;
        }
    }
}
