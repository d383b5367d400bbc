package org.callwright.tms.web.resource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import org.callwright.tms.TmsWebhooks;
import org.callwright.tms.TmsWebhooks.TmsWebhook;
import org.callwright.tms.web.answer.Answers;
import org.callwright.tms.web.answer.RefusalException;
import org.callwright.tms.web.body.BodyReader;
import org.callwright.tms.web.request.Caller;

/** Who is told of the account's recipients, and of what. */
@Path("webhooks")
@ApplicationScoped
public class WebhooksResource {

    private static final String ONE = "{webhook: \\d{1,18}}";
    private static final String WRAPPER = "webhook";

    private final TmsWebhooks webhooks;

    /** For the container, which makes proxies and looks at constructors without parameters only. */
    public WebhooksResource() {
        this(null);
    }

    @Inject
    public WebhooksResource(TmsWebhooks webhooks) {
        this.webhooks = webhooks;
    }

    @GET
    public Response list(@Context SecurityContext security) {
        return Answers.json(200, webhooks.list(Caller.sid(security)).stream().map(WebhookView::of).toList()).build();
    }

    @POST
    public Response create(@Context SecurityContext security, @Context HttpHeaders headers, InputStream body) {
        WebhookForm form = new WebhookForm();
        Errors errors = read(form, headers, body);
        if (!errors.isEmpty()) {
            return Answers.json(Errors.STATUS, WebhookView.refused(form, Paths.WEBHOOKS, errors)).build();
        }
        TmsWebhook created = webhooks.create(Caller.sid(security), form.url(), form.event());
        return Answers.json(201, WebhookView.of(created))
                .header(HttpHeaders.LOCATION, Paths.webhook(created.id()))
                .build();
    }

    @GET
    @Path(ONE)
    public Response get(@Context SecurityContext security, @PathParam("webhook") long id) {
        return Answers.json(200, WebhookView.of(find(security, id))).build();
    }

    @PUT
    @Path(ONE)
    public Response replace(@Context SecurityContext security, @Context HttpHeaders headers,
            @PathParam("webhook") long id, InputStream body) {
        return change(security, headers, id, body);
    }

    @PATCH
    @Path(ONE)
    public Response change(@Context SecurityContext security, @Context HttpHeaders headers,
            @PathParam("webhook") long id, InputStream body) {
        TmsWebhook before = find(security, id);
        WebhookForm form = new WebhookForm(before);
        Errors errors = read(form, headers, body);
        if (!errors.isEmpty()) {
            return Answers.json(Errors.STATUS, WebhookView.refused(form, Paths.webhook(id), errors)).build();
        }
        return Answers.json(200, webhooks.change(new TmsWebhook(id, before.account(), form.url(), form.event()))
                .map(WebhookView::of)
                .orElseThrow(RefusalException::notFound)).build();
    }

    @DELETE
    @Path(ONE)
    public Response delete(@Context SecurityContext security, @PathParam("webhook") long id) {
        if (!webhooks.delete(Caller.sid(security), id)) {
            throw RefusalException.notFound();
        }
        return Response.noContent().build();
    }

    private TmsWebhook find(SecurityContext security, long id) {
        return webhooks.find(Caller.sid(security), id).orElseThrow(RefusalException::notFound);
    }

    private static Errors read(WebhookForm form, HttpHeaders headers, InputStream body) {
        BodyReader.read(headers.getHeaderString(HttpHeaders.CONTENT_TYPE), body, WRAPPER, form);
        return form.errors();
    }
}
