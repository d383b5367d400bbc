package org.callwright.restcomm.resource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.SecurityContext;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.callwright.call.CallEvent;
import org.callwright.call.record.CallRecord;
import org.callwright.call.record.RecordingAnswer;
import org.callwright.call.record.RecordingRecord;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.RecordingOrder;
import org.callwright.call.value.RecordingSid;
import org.callwright.engine.CallEngine;
import org.callwright.recordings.Recordings;
import org.callwright.records.RecordArchive;
import org.callwright.restcomm.answer.Answer;
import org.callwright.restcomm.answer.ApiError;
import org.callwright.restcomm.answer.ApiException;
import org.callwright.restcomm.description.Described;
import org.callwright.restcomm.request.ApiRequest;

/**
 * Recordings that applications start and stop on a call that is under way, beside what its program does. The call
 * itself decides, and the answer waits for that; one that has ended by itself may be stopped again. Reading, listing
 * and removing is as with all recordings.
 */
@Path("Accounts")
@ApplicationScoped
public class LiveRecordingsResource {

    /** Calls answer at once; one that doesn't is on an overloaded server. */
    private static final long ANSWER_SECONDS = 5;

    private final RecordArchive archive;
    private final Recordings recordings;
    private final CallEngine engine;
    private final PublicUrls urls;

    /** For the container, which makes proxies and looks at constructors without parameters only. */
    public LiveRecordingsResource() {
        this(null, null, null, null);
    }

    @Inject
    public LiveRecordingsResource(RecordArchive archive, Recordings recordings, CallEngine engine, PublicUrls urls) {
        this.archive = archive;
        this.recordings = recordings;
        this.engine = engine;
        this.urls = urls;
    }

    @POST
    @Path("{account}/Calls/{call}/Recordings")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Described(
            value = "Starts a recording of a live call", refusals = {409, 410, 503},
            form = {"RecordingStatusCallback", "RecordingStatusCallbackMethod", "MaxLength"})
    public Answer start(@Context SecurityContext security, @PathParam("call") String text,
            MultivaluedMap<String, String> form) {
        RecordingOrder order = new LiveRecordingForm(form).order();
        CallRecord call = liveCall(ApiRequest.of(security), text);
        RecordingSid sid = new RecordingSid("RE" + UUID.randomUUID().toString().replace("-", ""));
        RecordingAnswer answer = ask(new CallEvent.RecordingRequested(call.sid(), sid, order));
        return switch (answer.verdict()) {
            case STARTED -> shown(answer.row().orElseThrow());
            case RUNNING_ALREADY -> throw new ApiException(
                    ApiError.ALREADY_RECORDED, "The call is being recorded already");
            case NOT_TALKING -> throw new ApiException(
                    ApiError.NOT_ANSWERED, "The call is not answered yet");
            default -> throw ended();
        };
    }

    /** Answers with the recording as it is when it is told to end; it is final a moment later. */
    @POST
    @Path("{account}/Calls/{call}/Recordings/{sid}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Described(
            value = "Ends a recording of a live call", refusals = {409, 410, 503}, form = "Status",
            required = "Status")
    public Answer stop(@Context SecurityContext security, @PathParam("call") String text,
            @PathParam("sid") String recording, MultivaluedMap<String, String> form) {
        RecordingSid sid = Sids.read(recording, RecordingSid::new);
        CallRecord call = liveCall(ApiRequest.of(security), text);
        new LiveRecordingForm(form).checkStopped();
        RecordingAnswer answer = ask(new CallEvent.RecordingStopRequested(call.sid(), sid));
        return switch (answer.verdict()) {
            case STOPPING -> shown(recordings.find(sid).orElseGet(() -> answer.row().orElseThrow()));
            case NOT_RECORDING -> shown(stopped(call, sid));
            default -> throw ended();
        };
    }

    private CallRecord liveCall(ApiRequest request, String text) {
        CallRecord call = archive.call(Sids.read(text, CallSid::new)).orElseThrow(() -> ApiException.notFound("Call"));
        Sids.checkOwner(call.account(), request);
        if (call.status().terminal() || !engine.runs(call.sid())) {
            throw ended();
        }
        return call;
    }

    /** What the call does not record, or not any more. */
    private RecordingRecord stopped(CallRecord call, RecordingSid sid) {
        RecordingRecord recording = recordings.find(sid).filter(row -> row.call().equals(call.sid()))
                .orElseThrow(() -> ApiException.notFound("Recording"));
        if (recording.status() == RecordingRecord.Status.IN_PROGRESS) {
            throw new ApiException(ApiError.RECORDING_IN_PROGRESS, "The recording is made by the call's program");
        }
        return recording;
    }

    private RecordingAnswer ask(CallEvent.RecordingQuestion question) {
        try {
            return engine.ask(question).toCompletableFuture().get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new ApiException(ApiError.NOT_READY, "The call does not answer in time");
        } catch (ExecutionException e) {
            throw new IllegalStateException("questions are always answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiException(ApiError.NOT_READY, "The server is stopping");
        }
    }

    private Answer shown(RecordingRecord recording) {
        return Answer.of(RecordingElement.of(recording, urls));
    }

    private static ApiException ended() {
        return new ApiException(ApiError.CALL_ENDED, "Call is already completed.");
    }
}
