package org.callwright.tms.web.resource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import org.callwright.tms.MessageStatus;
import org.callwright.tms.PageOf;
import org.callwright.tms.Recipient;
import org.callwright.tms.RecipientList;
import org.callwright.tms.TmsMessage;
import org.callwright.tms.TmsMessages;
import org.callwright.tms.web.answer.Answers;
import org.callwright.tms.web.answer.RefusalException;
import org.callwright.tms.web.list.PageQuery;
import org.callwright.tms.web.request.Caller;
import org.callwright.web.document.Element;

/** Recipients of a message, in the order in which they were given: all, those of a kind, or one. */
@Path("messages/voice/{message: \\d{1,18}}/recipients")
@ApplicationScoped
public class RecipientsResource {

    private final TmsMessages messages;

    /** For the container, which makes proxies and looks at constructors without parameters only. */
    public RecipientsResource() {
        this(null);
    }

    @Inject
    public RecipientsResource(TmsMessages messages) {
        this.messages = messages;
    }

    /** All of them, once all are there. */
    @GET
    public Response all(@Context SecurityContext security, @Context UriInfo uri, @PathParam("message") long id) {
        TmsMessage message = find(security, id);
        if (message.status() == MessageStatus.NEW) {
            return Answers.json(202, Element.named("Progress").withJsonOnly(
                    "message", "Recipient list is being built and is not yet complete")).build();
        }
        return page(message, RecipientList.ALL, Paths.recipients(id), uri);
    }

    @GET
    @Path("{list: [a-z_]+}")
    public Response part(@Context SecurityContext security, @Context UriInfo uri, @PathParam("message") long id,
            @PathParam("list") String name) {
        RecipientList list = Lists.part(name).orElseThrow(RefusalException::notFound);
        return page(find(security, id), list, Paths.recipients(id) + "/" + name, uri);
    }

    @GET
    @Path("{recipient: \\d{1,18}}")
    public Response one(@Context SecurityContext security, @PathParam("message") long id,
            @PathParam("recipient") long recipient) {
        return Answers.json(200, messages.recipient(find(security, id), recipient)
                .map(RecipientView::of)
                .orElseThrow(RefusalException::notFound)).build();
    }

    private Response page(TmsMessage message, RecipientList list, String path, UriInfo uri) {
        PageQuery page = PageQuery.of(uri.getQueryParameters(), true);
        PageOf<Recipient> found = messages.recipients(message, list, page.wanted());
        Response.ResponseBuilder answer =
                Answers.json(200, found.items().stream().map(RecipientView::of).toList());
        page.links(path, found.total()).ifPresent(links -> answer.header(HttpHeaders.LINK, links));
        return answer.build();
    }

    private TmsMessage find(SecurityContext security, long id) {
        return messages.message(Caller.sid(security), id).orElseThrow(RefusalException::notFound);
    }
}
