package org.callwright.restcomm.resource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callwright.accounts.Account;
import org.callwright.accounts.AccountStatus;
import org.callwright.accounts.AccountStore;
import org.callwright.accounts.OrganizationSid;
import org.callwright.accounts.Retention;
import org.callwright.accounts.Role;
import org.callwright.call.value.RecordingFormat;
import org.callwright.provisioning.AccountProvisioning;
import org.callwright.provisioning.AccountRequest;
import org.callwright.restcomm.answer.Answer;
import org.callwright.restcomm.answer.ApiError;
import org.callwright.restcomm.answer.ApiException;
import org.callwright.restcomm.description.Described;
import org.callwright.restcomm.description.Described.Shape;
import org.callwright.restcomm.request.ApiRequest;
import org.callwright.web.document.Element;
import org.callwright.web.document.Elements;

/** Accounts: the caller's own and those below it. The auth token is kept as a hash and so can't be shown. */
@Path("Accounts")
@ApplicationScoped
public class AccountsResource {

    private final AccountStore accounts;
    private final AccountProvisioning provisioning;

    /** For the container, which makes proxies and looks at constructors without parameters only. */
    public AccountsResource() {
        this(null, null);
    }

    @Inject
    public AccountsResource(AccountStore accounts, AccountProvisioning provisioning) {
        this.accounts = accounts;
        this.provisioning = provisioning;
    }

    /** The caller's sub-accounts. */
    @GET
    @Described(value = "The sub-accounts of the caller", answer = Shape.ARRAY)
    public Answer list(@Context SecurityContext security) {
        ApiRequest request = ApiRequest.of(security);
        List<Element> children = accounts.children(request.caller().sid()).stream()
                .map(child -> element(child, request))
                .toList();
        return Answer.bareList(new Elements("Accounts", Map.of(), children));
    }

    @GET
    @Path("{account}")
    @Described("An account, by SID or e-mail address")
    public Answer get(@Context SecurityContext security) {
        ApiRequest request = ApiRequest.of(security);
        return Answer.of(element(request.account(), request));
    }

    /** Makes a sub-account of the caller. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Described(
            value = "Makes a sub-account of the caller", refusals = 409,
            form = {"EmailAddress", "FriendlyName", "Password",
            "Status", "Role", "OrganizationSid", "RecordingRetentionDays", "RecordingFormat"},
            required = {"EmailAddress", "Password"})
    public Answer create(@Context SecurityContext security, MultivaluedMap<String, String> parameters) {
        ApiRequest request = ApiRequest.of(security);
        Form form = new Form(parameters);
        form.required("EmailAddress");
        if (form.secret("Password").isEmpty()) {
            throw new ApiException(ApiError.MISSING_PARAMETER, "Password can not be null.");
        }
        return Answer.of(element(provisioning.create(request.caller(), read(form, Optional.empty())), request));
    }

    @POST
    @Path("{account}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Described(
            value = "Changes an account; its status reaches all below it", form = {"FriendlyName", "Password",
            "Status", "Role", "RecordingRetentionDays", "RecordingFormat"})
    public Answer change(@Context SecurityContext security, MultivaluedMap<String, String> parameters) {
        ApiRequest request = ApiRequest.of(security);
        AccountRequest wanted = read(new Form(parameters), request.account().retention());
        return Answer.of(element(provisioning.change(request.caller(), request.account(), wanted), request));
    }

    @PUT
    @Path("{account}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Described(value = "The same as POST", form = {"FriendlyName", "Password", "Status", "Role",
            "RecordingRetentionDays", "RecordingFormat"})
    public Answer put(@Context SecurityContext security, MultivaluedMap<String, String> parameters) {
        return change(security, parameters);
    }

    private static AccountRequest read(Form form, Optional<Retention> presentRetention) {
        return new AccountRequest(
                form.text("EmailAddress"),
                form.secret("Password"),
                form.text("FriendlyName"),
                form.named("Status", AccountStatus::parse),
                form.named("Role", Role::named),
                form.named("OrganizationSid", AccountsResource::organization),
                form.number("RecordingRetentionDays", Retention.MOST_DAYS, presentRetention.map(Retention::days))
                        .map(Retention::new),
                form.named("RecordingFormat", RecordingFormat::named));
    }

    private static Optional<OrganizationSid> organization(String text) {
        try {
            return Optional.of(new OrganizationSid(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Element element(Account account, ApiRequest request) {
        return AccountElement.of(account, request.prefix());
    }
}
