package org.callwright.restcomm.resource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import java.util.stream.Stream;
import org.callwright.accounts.Accounts;
import org.callwright.call.CallEvent;
import org.callwright.call.record.CallRecord;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.CallStatus;
import org.callwright.call.value.OutboundCall;
import org.callwright.engine.CallEngine;
import org.callwright.provisioning.Applications;
import org.callwright.records.CallFilter;
import org.callwright.records.Order;
import org.callwright.records.Page;
import org.callwright.records.PageRequest;
import org.callwright.records.RecordArchive;
import org.callwright.restcomm.answer.Answer;
import org.callwright.restcomm.answer.ApiError;
import org.callwright.restcomm.answer.ApiException;
import org.callwright.restcomm.description.Described;
import org.callwright.restcomm.description.Described.Shape;
import org.callwright.restcomm.list.Envelope;
import org.callwright.restcomm.list.Envelope.ListNames;
import org.callwright.restcomm.list.ListParameters;
import org.callwright.restcomm.request.ApiRequest;
import org.callwright.settings.Settings;

/** Calls: those that were and are, placing new ones, and changing those under way. */
@Path("Accounts")
@ApplicationScoped
public class CallsResource {

    static final ListNames NAMES = new ListNames("calls", "Calls");

    private final RecordArchive archive;
    private final Accounts accounts;
    private final CallEngine engine;
    private final Settings settings;
    private final Applications applications;

    /** For the container, which makes proxies and looks at constructors without parameters only. */
    public CallsResource() {
        this(null, null, null, null, null);
    }

    @Inject
    public CallsResource(
            RecordArchive archive,
            Accounts accounts,
            CallEngine engine,
            Settings settings,
            Applications applications) {
        this.archive = archive;
        this.accounts = accounts;
        this.engine = engine;
        this.settings = settings;
        this.applications = applications;
    }

    /** No call is in a conference yet, so that a list of one conference's calls is empty. */
    @GET
    @Path("{account}/Calls")
    @Described(
            value = "The calls of an account", answer = Shape.PAGE, query = {"From", "To", "Status", "StartTime",
            "EndTime", "ParentCallSid", "ConferenceSid", "Reverse"})
    public Answer list(@Context SecurityContext security, @Context UriInfo uri) {
        ApiRequest request = ApiRequest.of(security);
        ListParameters parameters = new ListParameters(uri.getQueryParameters());
        PageRequest page = withReverse(parameters.page(), parameters);
        CallFilter filter = new CallFilter(
                parameters.text("ConferenceSid").isPresent() ? Set.of() : parameters.accounts(request, accounts),
                parameters.text("From"),
                parameters.text("To"),
                parameters.read("Status", CallsResource::status),
                parameters.from("StartTime"),
                parameters.until("EndTime"),
                parameters.callSid("ParentCallSid"));
        Page<CallRecord> found = archive.calls(filter, page);
        return Envelope.around(NAMES, true, request.path(), page, found, row -> row.sid().value(),
                row -> CallElement.of(row, request.prefix()));
    }

    @GET
    @Path("{account}/Calls/{sid}")
    @Described("A call")
    public Answer get(@Context SecurityContext security, @PathParam("sid") String text) {
        ApiRequest request = ApiRequest.of(security);
        CallRecord call = archive.call(Sids.read(text, CallSid::new)).orElseThrow(() -> ApiException.notFound("Call"));
        Sids.checkOwner(call.account(), request);
        return Answer.of(CallElement.of(call, request.prefix()));
    }

    @POST
    @Path("{account}/Calls")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Described(
            value = "Places a call", refusals = {500, 503},
            form = {"From", "To", "Url", "Method", "FallbackUrl", "FallbackMethod",
            "StatusCallback", "StatusCallbackMethod", "StatusCallbackEvent", "Timeout", "ApplicationSid",
            "MachineDetection", "MachineDetectionTimeout", "MachineDetectionSpeechThreshold",
            "MachineDetectionSpeechEndThreshold", "MachineDetectionSilenceTimeout", "AsyncAmd",
            "AsyncAmdStatusCallback", "AsyncAmdStatusCallbackMethod"}, required =
            {"From", "To"})
    public Answer place(@Context SecurityContext security, MultivaluedMap<String, String> form) {
        ApiRequest request = ApiRequest.of(security);
        CallForm call = new CallForm(
                form, settings.trunk(), sid -> applications.find(request.sid(), sid));
        engine.notReadyReason().ifPresent(reason -> {
            throw new ApiException(ApiError.NOT_READY, "Calls cannot be placed now");
        });
        OutboundCall wanted = call.read(request.sid(), request.account().recordings());
        return Answer.of(CallElement.of(engine.placeCall(wanted), request.prefix()));
    }

    /** Changes a call that is under way; answers with its record as it was before. */
    @POST
    @Path("{account}/Calls/{sid}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Described(
            value = "Changes a live call", refusals = {406, 410},
            form = {"Url", "Method", "FallbackUrl", "FallbackMethod", "Status",
            "Mute"})
    public Answer modify(@Context SecurityContext security, @PathParam("sid") String text,
            MultivaluedMap<String, String> form) {
        ApiRequest request = ApiRequest.of(security);
        CallRecord call = archive.call(Sids.read(text, CallSid::new))
                .orElseThrow(() -> new ApiException(ApiError.UNKNOWN_CALL, "There is no such call"));
        Sids.checkOwner(call.account(), request);
        if (call.status().terminal() || !engine.runs(call.sid())) {
            throw new ApiException(ApiError.CALL_ENDED, "Call is already completed.");
        }
        engine.post(new CallEvent.ModifyRequested(call.sid(), new ModificationForm(form).read()));
        return Answer.of(CallElement.of(call, request.prefix()));
    }

    /** {@code Reverse=true} is the old way to say newest first; SortBy wins. */
    private static PageRequest withReverse(PageRequest page, ListParameters parameters) {
        if (!page.order().equals(Order.NATURAL)) {
            return page;
        }
        boolean reverse = parameters.text("Reverse").filter("true"::equalsIgnoreCase).isPresent();
        return new PageRequest(
                page.number(), page.size(), page.limit(), page.after(),
                reverse ? new Order("DateCreated", true) : page.order());
    }

    private static CallStatus status(String text) {
        return Stream.of(CallStatus.values())
                .filter(status -> status.wireName().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow();
    }
}
