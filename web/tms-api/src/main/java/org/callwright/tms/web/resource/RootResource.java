package org.callwright.tms.web.resource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.callwright.tms.web.answer.Answers;
import org.callwright.tms.web.request.Caller;
import org.callwright.web.document.Element;

/** What there is, by name; clients ask here first and follow the links. */
@Path("/")
@ApplicationScoped
public class RootResource {

    /** What our SIDs have before their digits; the dialect knows the digits only. */
    private static final String KIND = "AC";
    private static final List<Element> LINKS =
            List.of(link("self", "/"), link("voice_messages", Paths.MESSAGES), link("webhooks", Paths.WEBHOOKS));

    @GET
    public Response get(@Context SecurityContext security) {
        return Answers.json(200, Element.named("Services")
                .withJsonOnly("sid", Caller.sid(security).value().substring(KIND.length()))
                .withJsonOnly("_links", LINKS)).build();
    }

    @OPTIONS
    public Response refuse() {
        throw new NotAllowedException("GET");
    }

    private static Element link(String relation, String path) {
        return Element.named("Link").withJsonOnly(relation, path);
    }
}
