package org.callwright.restcomm.resource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.callwright.accounts.Account;
import org.callwright.accounts.Accounts;
import org.callwright.call.record.SayRecord;
import org.callwright.call.value.SaySid;
import org.callwright.records.Page;
import org.callwright.records.PageRequest;
import org.callwright.records.RecordArchive;
import org.callwright.records.RecordFilter;
import org.callwright.restcomm.answer.Answer;
import org.callwright.restcomm.answer.ApiException;
import org.callwright.restcomm.description.Described;
import org.callwright.restcomm.description.Described.Shape;
import org.callwright.restcomm.list.Envelope;
import org.callwright.restcomm.list.Envelope.ListNames;
import org.callwright.restcomm.list.ListParameters;
import org.callwright.restcomm.request.ApiRequest;
import org.callwright.web.document.Element;

/** What was spoken: one record for each executed Say. Always JSON. */
@Path("Accounts")
@ApplicationScoped
public class SaysResource {

    static final ListNames NAMES = new ListNames("says", "Says");

    private final RecordArchive archive;
    private final Accounts accounts;

    /** For the container, which makes proxies and looks at constructors without parameters only. */
    public SaysResource() {
        this(null, null);
    }

    @Inject
    public SaysResource(RecordArchive archive, Accounts accounts) {
        this.archive = archive;
        this.accounts = accounts;
    }

    @GET
    @Path("{account}/Says")
    @Described(value = "What was spoken in the calls of an account", answer = Shape.PAGE, query = "DateCreated")
    public Answer list(@Context SecurityContext security, @Context UriInfo uri) {
        ApiRequest request = ApiRequest.of(security);
        ListParameters parameters = new ListParameters(uri.getQueryParameters());
        PageRequest page = parameters.page();
        RecordFilter filter = new RecordFilter(
                parameters.accounts(request, accounts),
                parameters.from("DateCreated"),
                Optional.empty(),
                Optional.empty());
        Page<SayRecord> found = archive.says(filter, page);
        return Envelope.around(
                NAMES, false, request.path(), page, found, row -> row.sid().value(), this::element);
    }

    @GET
    @Path("{account}/Says/{sid}")
    @Described("What was spoken once")
    public Answer get(@Context SecurityContext security, @PathParam("sid") String text) {
        SaySid sid = Sids.read(text, SaySid::new);
        SayRecord say = archive.say(sid).orElseThrow(() -> ApiException.notFound("Say"));
        Sids.checkOwner(say.account(), ApiRequest.of(security));
        return Answer.of(element(say));
    }

    private Element element(SayRecord say) {
        return SayElement.of(say, accounts.find(say.account()).map(Account::organization));
    }
}
