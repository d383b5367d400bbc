package org.callwright.restcomm.resource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.callwright.accounts.Account;
import org.callwright.accounts.AccountStore;
import org.callwright.restcomm.RestcommApplication;
import org.callwright.restcomm.answer.Answer;
import org.callwright.restcomm.request.ApiRequest;
import org.callwright.web.document.Element;
import org.callwright.web.document.Elements;

/** Accounts, to be read. The auth token is kept as a hash and so can't be shown. */
@Path("Accounts")
@ApplicationScoped
public class AccountsResource {

    private static final List<String> SUBRESOURCES = List.of("Calls", "Notifications", "Recordings");

    private final AccountStore accounts;

    /** For the container, which makes proxies and looks at constructors without parameters only. */
    public AccountsResource() {
        this(null);
    }

    @Inject
    public AccountsResource(AccountStore accounts) {
        this.accounts = accounts;
    }

    /** The caller's sub-accounts. */
    @GET
    public Answer list(@Context SecurityContext security) {
        ApiRequest request = ApiRequest.of(security);
        List<Element> children = accounts.children(request.caller().sid()).stream()
                .map(child -> element(child, request))
                .toList();
        return Answer.bareList(new Elements("Accounts", Map.of(), children));
    }

    @GET
    @Path("{account}")
    public Answer get(@Context SecurityContext security) {
        ApiRequest request = ApiRequest.of(security);
        return Answer.of(element(request.account(), request));
    }

    private static Element element(Account account, ApiRequest request) {
        String version = "/" + RestcommApplication.VERSION;
        Element subresources = Element.named("SubresourceUris");
        for (String kind : SUBRESOURCES) {
            subresources.with(kind.toLowerCase(Locale.ROOT),
                    request.prefix() + version + "/Accounts/" + account.sid() + "/" + kind);
        }
        return Element.named("Account")
                .with("sid", account.sid())
                .with("organization", "organization", account.organization())
                .with("friendly_name", account.friendlyName())
                .with("email_address", account.email())
                .with("type", "Full")
                .with("status", account.status().wireName())
                .with("role", account.role())
                .with("date_created", Wire.date(account.created()))
                .with("date_updated", Wire.date(account.updated()))
                .with("uri", version + "/Accounts.json/" + account.sid(), "Uri", version + "/Accounts/" + account.sid())
                .with("subresource_uris", subresources);
    }
}
