package org.callwright.restcomm.resource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.callwright.accounts.Accounts;
import org.callwright.call.record.RecordingRecord;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.RecordingSid;
import org.callwright.records.Page;
import org.callwright.records.PageRequest;
import org.callwright.records.RecordArchive;
import org.callwright.records.RecordFilter;
import org.callwright.recordings.RecordingInProgressException;
import org.callwright.recordings.Recordings;
import org.callwright.restcomm.answer.Answer;
import org.callwright.restcomm.answer.ApiError;
import org.callwright.restcomm.answer.ApiException;
import org.callwright.restcomm.description.Described;
import org.callwright.restcomm.description.Described.Shape;
import org.callwright.restcomm.list.Envelope;
import org.callwright.restcomm.list.Envelope.ListNames;
import org.callwright.restcomm.list.ListParameters;
import org.callwright.restcomm.request.ApiRequest;
import org.callwright.web.document.Element;
import org.callwright.web.document.Elements;

/**
 * Recordings. Lists show a recording once it has ended; by its SID it is found from its start, with the length that it
 * has by then. One that is still being made says so in a property of our own, status, and one that failed in two, status
 * and reason. The audio is served elsewhere, without credentials.
 */
@Path("Accounts")
@ApplicationScoped
public class RecordingsResource {

    static final ListNames NAMES = new ListNames("recordings", "Recordings");
    /** Since when the list below a call is deprecated, in the form of RFC 9745. */
    private static final String DEPRECATED = "@1577836800";
    private static final int PER_CALL = 1_000;

    private final RecordArchive archive;
    private final Recordings recordings;
    private final Accounts accounts;
    private final PublicUrls urls;

    /** For the container, which makes proxies and looks at constructors without parameters only. */
    public RecordingsResource() {
        this(null, null, null, null);
    }

    @Inject
    public RecordingsResource(RecordArchive archive, Recordings recordings, Accounts accounts, PublicUrls urls) {
        this.archive = archive;
        this.recordings = recordings;
        this.accounts = accounts;
        this.urls = urls;
    }

    @GET
    @Path("{account}/Recordings")
    @Described(
            value = "The recordings of an account", answer = Shape.PAGE, query = {"StartTime", "EndTime", "CallSid"})
    public Answer list(@Context SecurityContext security, @Context UriInfo uri) {
        ApiRequest request = ApiRequest.of(security);
        ListParameters parameters = new ListParameters(uri.getQueryParameters());
        PageRequest page = parameters.page();
        RecordFilter filter = new RecordFilter(
                parameters.accounts(request, accounts),
                parameters.from("StartTime"),
                parameters.until("EndTime"),
                parameters.callSid("CallSid"));
        Page<RecordingRecord> found = archive.recordings(filter, page);
        return Envelope.around(
                NAMES, false, request.path(), page, found, row -> row.sid().value(), this::element);
    }

    @GET
    @Path("{account}/Recordings/{sid}")
    @Described("A recording")
    public Answer get(@Context SecurityContext security, @PathParam("sid") String sid) {
        return Answer.of(element(find(ApiRequest.of(security), sid)));
    }

    @DELETE
    @Path("{account}/Recordings/{sid}")
    @Described(value = "Removes a recording and its audio", answer = Shape.EMPTY, refusals = 409)
    public Response delete(@Context SecurityContext security, @PathParam("sid") String sid) {
        try {
            recordings.remove(find(ApiRequest.of(security), sid));
        } catch (RecordingInProgressException e) {
            throw new ApiException(ApiError.RECORDING_IN_PROGRESS, "The recording is still being made");
        }
        return Response.ok().build();
    }

    /** The list of one call, deprecated since the list has a CallSid filter. */
    @GET
    @Path("{account}/Calls/{call}/Recordings")
    @Described(value = "The recordings of a call; deprecated, the list has a CallSid filter", answer = Shape.ARRAY)
    public Response listOfCall(@Context SecurityContext security, @PathParam("call") String call) {
        ApiRequest request = ApiRequest.of(security);
        CallSid callSid = Sids.read(call, CallSid::new);
        List<Element> rows = archive
                .recordings(RecordFilter.of(request.sid(), callSid), PageRequest.first(PER_CALL))
                .rows().stream().map(this::element).toList();
        return Response.ok(Answer.bareList(new Elements(NAMES.xml(), Map.of(), rows)))
                .header("Deprecation", DEPRECATED)
                .build();
    }

    private RecordingRecord find(ApiRequest request, String text) {
        RecordingSid sid = Sids.read(text, RecordingSid::new);
        RecordingRecord recording = recordings.find(sid).orElseThrow(() -> ApiException.notFound("Recording"));
        Sids.checkOwner(recording.account(), request);
        return recording;
    }

    private Element element(RecordingRecord recording) {
        return RecordingElement.of(recording, urls);
    }
}
