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
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callwright.directory.ApplicationSid;
import org.callwright.directory.DirectoryStore;
import org.callwright.directory.VoiceApplication;
import org.callwright.directory.VoiceApplication.Kind;
import org.callwright.provisioning.Applications;
import org.callwright.restcomm.answer.Answer;
import org.callwright.restcomm.answer.ApiException;
import org.callwright.restcomm.description.Described;
import org.callwright.restcomm.description.Described.Shape;
import org.callwright.restcomm.request.ApiRequest;
import org.callwright.web.document.Element;
import org.callwright.web.document.Elements;

/** Applications, each with the numbers that it is attached to. */
@Path("Accounts")
@ApplicationScoped
public class ApplicationsResource {

    private final DirectoryStore directory;
    private final Applications applications;

    /** For the container, which makes proxies and looks at constructors without parameters only. */
    public ApplicationsResource() {
        this(null, null);
    }

    @Inject
    public ApplicationsResource(DirectoryStore directory, Applications applications) {
        this.directory = directory;
        this.applications = applications;
    }

    @GET
    @Path("{account}/Applications")
    @Described(value = "The applications of an account", answer = Shape.ARRAY)
    public Answer list(@Context SecurityContext security) {
        List<Element> rows = directory.applications(ApiRequest.of(security).sid()).stream().map(this::element).toList();
        return Answer.bareList(new Elements("Applications", Map.of(), rows));
    }

    @POST
    @Path("{account}/Applications")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Described(
            value = "Makes an application", form = {"FriendlyName", "RcmlUrl", "Kind", "VoiceCallerIdLookup"},
            required = "FriendlyName")
    public Answer create(@Context SecurityContext security, MultivaluedMap<String, String> parameters) {
        Form form = new Form(parameters);
        form.required("FriendlyName");
        Instant now = Instant.now();
        return saved(form, new VoiceApplication(Applications.newSid(), ApiRequest.of(security).sid(), "",
                Optional.empty(), Kind.VOICE, false, now, now));
    }

    @GET
    @Path("{account}/Applications/{sid}")
    @Described("An application with its numbers")
    public Answer get(@Context SecurityContext security, @PathParam("sid") String sid) {
        return Answer.of(element(find(security, sid)));
    }

    @POST
    @Path("{account}/Applications/{sid}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Described(value = "Changes an application", form = {"FriendlyName", "RcmlUrl", "Kind", "VoiceCallerIdLookup"})
    public Answer change(
            @Context SecurityContext security,
            @PathParam("sid") String sid,
            MultivaluedMap<String, String> parameters) {
        return saved(new Form(parameters), find(security, sid));
    }

    @PUT
    @Path("{account}/Applications/{sid}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Described(value = "The same as POST", form = {"FriendlyName", "RcmlUrl", "Kind", "VoiceCallerIdLookup"})
    public Answer put(
            @Context SecurityContext security,
            @PathParam("sid") String sid,
            MultivaluedMap<String, String> parameters) {
        return change(security, sid, parameters);
    }

    @DELETE
    @Path("{account}/Applications/{sid}")
    @Described(value = "Removes an application; numbers and clients lose it", answer = Shape.EMPTY)
    public Response delete(@Context SecurityContext security, @PathParam("sid") String sid) {
        applications.remove(find(security, sid));
        return Response.ok().build();
    }

    private Answer saved(Form form, VoiceApplication before) {
        Optional<URI> url = form.url("RcmlUrl", before.rcmlUrl());
        VoiceApplication application = new VoiceApplication(before.sid(), before.account(),
                form.text("FriendlyName").orElse(before.friendlyName()), url,
                form.named("Kind", Kind::parse).orElse(before.kind()),
                form.flag("VoiceCallerIdLookup", before.callerIdLookup()), before.created(), Instant.now());
        applications.save(application);
        return Answer.of(element(application));
    }

    private VoiceApplication find(SecurityContext security, String text) {
        VoiceApplication application = directory.application(Sids.read(text, ApplicationSid::new)).orElseThrow(
                () -> ApiException.notFound("Application"));
        Sids.checkOwner(application.account(), ApiRequest.of(security));
        return application;
    }

    private Element element(VoiceApplication application) {
        return ApplicationElement.of(application, directory.numbersOf(application.sid()));
    }
}
