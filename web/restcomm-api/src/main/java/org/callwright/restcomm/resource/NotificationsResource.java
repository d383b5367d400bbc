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
import org.callwright.accounts.Accounts;
import org.callwright.call.record.NotificationRecord;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.NotificationSid;
import org.callwright.records.NotificationFilter;
import org.callwright.records.Page;
import org.callwright.records.PageRequest;
import org.callwright.records.RecordArchive;
import org.callwright.restcomm.answer.Answer;
import org.callwright.restcomm.answer.ApiException;
import org.callwright.restcomm.description.Described;
import org.callwright.restcomm.description.Described.Shape;
import org.callwright.restcomm.list.Envelope;
import org.callwright.restcomm.list.Envelope.ListNames;
import org.callwright.restcomm.list.ListParameters;
import org.callwright.restcomm.request.ApiRequest;
import org.callwright.web.document.Element;

/** What went wrong in calls, for the owner of the application: all of an account, or of one call. */
@Path("Accounts")
@ApplicationScoped
public class NotificationsResource {

    static final ListNames NAMES = new ListNames("notifications", "Notifications");

    private final RecordArchive archive;
    private final Accounts accounts;
    private final PublicUrls urls;

    /** For the container, which makes proxies and looks at constructors without parameters only. */
    public NotificationsResource() {
        this(null, null, null);
    }

    @Inject
    public NotificationsResource(RecordArchive archive, Accounts accounts, PublicUrls urls) {
        this.archive = archive;
        this.accounts = accounts;
        this.urls = urls;
    }

    @GET
    @Path("{account}/Notifications")
    @Described(
            value = "What went wrong in the calls of an account", answer = Shape.PAGE, query = {"StartTime",
            "EndTime", "ErrorCode", "RequestUrl", "MessageText"})
    public Answer list(@Context SecurityContext security, @Context UriInfo uri) {
        return list(ApiRequest.of(security), uri, Optional.empty());
    }

    @GET
    @Path("{account}/Calls/{call}/Notifications")
    @Described(
            value = "What went wrong in a call", answer = Shape.PAGE, query = {"StartTime", "EndTime", "ErrorCode",
            "RequestUrl", "MessageText"})
    public Answer listOfCall(
            @Context SecurityContext security, @Context UriInfo uri, @PathParam("call") String call) {
        return list(ApiRequest.of(security), uri, Optional.of(Sids.read(call, CallSid::new)));
    }

    private Answer list(ApiRequest request, UriInfo uri, Optional<CallSid> call) {
        ListParameters parameters = new ListParameters(uri.getQueryParameters());
        PageRequest page = parameters.page();
        NotificationFilter filter = new NotificationFilter(
                parameters.accounts(request, accounts),
                parameters.from("StartTime"),
                parameters.until("EndTime"),
                call,
                parameters.number("ErrorCode", 0),
                parameters.text("RequestUrl"),
                parameters.text("MessageText"));
        Page<NotificationRecord> found = archive.notifications(filter, page);
        return Envelope.around(
                NAMES, false, request.path(), page, found, row -> row.sid().value(), this::element);
    }

    @GET
    @Path("{account}/Notifications/{sid}")
    @Described("A notification")
    public Answer get(@Context SecurityContext security, @PathParam("sid") String text) {
        NotificationSid sid = Sids.read(text, NotificationSid::new);
        NotificationRecord notification =
                archive.notification(sid).orElseThrow(() -> ApiException.notFound("Notification"));
        Sids.checkOwner(notification.account(), ApiRequest.of(security));
        return Answer.of(element(notification));
    }

    private Element element(NotificationRecord notification) {
        return NotificationElement.of(notification, urls);
    }
}
