package org.callwright.tms.web.resource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import org.callwright.tms.Intake;
import org.callwright.tms.PageOf;
import org.callwright.tms.TmsAccounts.TmsAccount;
import org.callwright.tms.TmsMessage;
import org.callwright.tms.TmsMessages;
import org.callwright.tms.web.answer.Answers;
import org.callwright.tms.web.answer.RefusalException;
import org.callwright.tms.web.body.BodyReader;
import org.callwright.tms.web.list.PageQuery;
import org.callwright.tms.web.request.Caller;

/** Messages of the account: a list, the newest first, to which one can add. */
@Path("messages/voice")
@ApplicationScoped
public class MessagesResource {

    private static final String WRAPPER = "message";

    private final TmsMessages messages;

    /** For the container, which makes proxies and looks at constructors without parameters only. */
    public MessagesResource() {
        this(null);
    }

    @Inject
    public MessagesResource(TmsMessages messages) {
        this.messages = messages;
    }

    @GET
    public Response list(@Context SecurityContext security, @Context UriInfo uri) {
        return list(security, PageQuery.of(uri.getQueryParameters(), false));
    }

    @GET
    @Path("page/{page}")
    public Response list(@Context SecurityContext security, @Context UriInfo uri, @PathParam("page") String page) {
        return list(security, PageQuery.of(page, uri.getQueryParameters(), false));
    }

    private Response list(SecurityContext security, PageQuery page) {
        PageOf<TmsMessage> found = messages.messages(Caller.sid(security), page.wanted());
        Response.ResponseBuilder answer =
                Answers.json(200, found.items().stream().map(MessageView::listed).toList());
        page.links(Paths.MESSAGES, found.total()).ifPresent(links -> answer.header(HttpHeaders.LINK, links));
        return answer.build();
    }

    @POST
    public Response create(@Context SecurityContext security, @Context HttpHeaders headers, InputStream body) {
        TmsAccount account = Caller.account(security);
        RepeatKey key = new RepeatKey(body);
        try (Intake intake = messages.intake()) {
            MessageForm form = new MessageForm(intake);
            BodyReader.read(headers.getHeaderString(HttpHeaders.CONTENT_TYPE), key.body(), WRAPPER, form);
            Errors errors = form.errors(account);
            if (!errors.isEmpty()) {
                return Answers.json(Errors.STATUS, MessageView.refused(form, account, errors)).build();
            }
            TmsMessage message =
                    intake.accept(form.order(account, key.of(headers.getHeaderString(RepeatKey.HEADER))));
            return whole(201, message).header(HttpHeaders.LOCATION, Paths.message(message.id())).build();
        }
    }

    @GET
    @Path("{message: \\d{1,18}}")
    public Response get(@Context SecurityContext security, @PathParam("message") long id) {
        return whole(200, find(security, id)).build();
    }

    /** Calls off what is left of it. */
    @DELETE
    @Path("{message: \\d{1,18}}")
    public Response cancel(@Context SecurityContext security, @PathParam("message") long id) {
        return whole(200, messages.cancel(find(security, id))).build();
    }

    private TmsMessage find(SecurityContext security, long id) {
        return messages.message(Caller.sid(security), id).orElseThrow(RefusalException::notFound);
    }

    private Response.ResponseBuilder whole(int status, TmsMessage message) {
        return Answers.json(status, MessageView.whole(message, messages.counts(message)));
    }
}
