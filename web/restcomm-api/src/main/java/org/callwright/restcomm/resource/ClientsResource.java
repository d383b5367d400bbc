package org.callwright.restcomm.resource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.callwright.directory.DirectoryStore;
import org.callwright.directory.SipClient;
import org.callwright.provisioning.ClientProvisioning;
import org.callwright.provisioning.ClientRequest;
import org.callwright.restcomm.answer.Answer;
import org.callwright.restcomm.answer.ApiError;
import org.callwright.restcomm.answer.ApiException;
import org.callwright.restcomm.description.Described;
import org.callwright.restcomm.description.Described.Shape;
import org.callwright.restcomm.request.ApiRequest;
import org.callwright.web.document.Element;
import org.callwright.web.document.Elements;

/** SIP clients. Their passwords are never shown. */
@Path("Accounts")
@ApplicationScoped
public class ClientsResource {

    private static final Pattern SID = Pattern.compile("CL[0-9a-f]{32}");

    private final DirectoryStore directory;
    private final ClientProvisioning clients;

    /** For the container, which makes proxies and looks at constructors without parameters only. */
    public ClientsResource() {
        this(null, null);
    }

    @Inject
    public ClientsResource(DirectoryStore directory, ClientProvisioning clients) {
        this.directory = directory;
        this.clients = clients;
    }

    @GET
    @Path("{account}/Clients")
    @Described(value = "The SIP clients of an account", answer = Shape.ARRAY)
    public Answer list(@Context SecurityContext security) {
        List<Element> rows = directory.clients(ApiRequest.of(security).sid()).stream()
                .map(ClientsResource::element)
                .toList();
        return Answer.bareList(new Elements("Clients", Map.of(), rows));
    }

    @POST
    @Path("{account}/Clients")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Described(
            value = "Makes a SIP client, or answers the one that has the login", refusals = 409,
            form = {"Login", "FriendlyName",
            "Password", "Status", "VoiceUrl", "VoiceMethod", "VoiceFallbackUrl", "VoiceFallbackMethod",
            "VoiceApplicationSid"}, required = {"Login", "Password"})
    public Answer create(@Context SecurityContext security, MultivaluedMap<String, String> parameters) {
        Form form = new Form(parameters);
        String login = form.required("Login");
        if (form.secret("Password").isEmpty()) {
            throw new ApiException(ApiError.MISSING_PARAMETER, "Password can not be null.");
        }
        ClientRequest blank = new ClientRequest(login, Optional.empty(), login, true, Optional.empty(),
                Optional.empty(), Optional.empty());
        return Answer.of(element(clients.create(ApiRequest.of(security).account(), read(form, blank))));
    }

    @GET
    @Path("{account}/Clients/{sid}")
    @Described("A SIP client")
    public Answer get(@Context SecurityContext security, @PathParam("sid") String sid) {
        return Answer.of(element(find(security, sid)));
    }

    @POST
    @Path("{account}/Clients/{sid}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Described(
            value = "Changes a SIP client", form = {"FriendlyName", "Password", "Status", "VoiceUrl", "VoiceMethod",
            "VoiceFallbackUrl", "VoiceFallbackMethod", "VoiceApplicationSid"})
    public Answer change(
            @Context SecurityContext security,
            @PathParam("sid") String sid,
            MultivaluedMap<String, String> parameters) {
        SipClient client = find(security, sid);
        ClientRequest present = new ClientRequest(client.login(), Optional.empty(), client.friendlyName(),
                client.enabled(), client.voice(), client.fallback(), client.application());
        return Answer.of(element(clients.change(
                ApiRequest.of(security).account(), client, read(new Form(parameters), present))));
    }

    @PUT
    @Path("{account}/Clients/{sid}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Described(
            value = "The same as POST", form = {"FriendlyName", "Password", "Status", "VoiceUrl", "VoiceMethod",
            "VoiceFallbackUrl", "VoiceFallbackMethod", "VoiceApplicationSid"})
    public Answer put(
            @Context SecurityContext security,
            @PathParam("sid") String sid,
            MultivaluedMap<String, String> parameters) {
        return change(security, sid, parameters);
    }

    @DELETE
    @Path("{account}/Clients/{sid}")
    @Described(value = "Removes a SIP client", answer = Shape.EMPTY)
    public Response delete(@Context SecurityContext security, @PathParam("sid") String sid) {
        clients.remove(find(security, sid));
        return Response.ok().build();
    }

    private static ClientRequest read(Form form, ClientRequest present) {
        return new ClientRequest(
                present.login(),
                form.secret("Password"),
                form.text("FriendlyName").orElse(present.friendlyName()),
                form.named("Status", ClientsResource::status).orElse(present.enabled()),
                form.target("VoiceUrl", "VoiceMethod", present.voice()),
                form.target("VoiceFallbackUrl", "VoiceFallbackMethod", present.fallback()),
                form.application("VoiceApplicationSid", present.application()));
    }

    private static Optional<Boolean> status(String text) {
        return text.equals("1") || text.equals("0") ? Optional.of(text.equals("1")) : Optional.empty();
    }

    private SipClient find(SecurityContext security, String sid) {
        if (!SID.matcher(sid).matches()) {
            throw new ApiException(ApiError.MALFORMED_SID, "The SID in the path is malformed");
        }
        SipClient client = directory.client(sid).orElseThrow(() -> ApiException.notFound("Client"));
        Sids.checkOwner(client.account(), ApiRequest.of(security));
        return client;
    }

    private static Element element(SipClient client) {
        return ClientElement.SHAPE.element(client);
    }
}
