package org.callwright.restcomm.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.restcomm.World.ACME;
import static org.callwright.restcomm.World.GLOBEX;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.callwright.call.CallEvent;
import org.callwright.call.record.CallRecord;
import org.callwright.call.value.DetectionOrder;
import org.callwright.call.value.HttpMethod;
import org.callwright.call.value.MachineDetection;
import org.callwright.call.value.MachineDetection.Mode;
import org.callwright.call.value.Modification;
import org.callwright.call.value.Modification.Ending;
import org.callwright.call.value.OutboundCall;
import org.callwright.call.value.ProgressEvent;
import org.callwright.call.value.WebTarget;
import org.callwright.restcomm.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Placing calls with all that can be asked for, and changing those that run. */
class LiveCallsTest {

    private static final String PLACE = "From=%2B15550100&To=%2B15550101&Url=http%3A%2F%2Fapp.example%2Fvoice";
    private static final WebTarget NEW = new WebTarget(URI.create("http://app.example/new"), HttpMethod.GET);

    @TempDir
    Path recordings;
    private World world;
    private CallRecord live;

    @BeforeEach
    void open() {
        world = new World(recordings);
        live = world.archive.addLiveCall(ACME.sid(), 1);
        world.engine.running.add(live.sid());
    }

    @AfterEach
    void close() {
        world.close();
    }

    private HttpResponse<String> modify(String form) {
        return world.postForm(ACME, "Calls.json/" + live.sid(), form);
    }

    private Modification posted() {
        assertThat(world.engine.posted).hasSize(1);
        CallEvent.ModifyRequested event = (CallEvent.ModifyRequested) world.engine.posted.get(0);
        assertThat(event.leg()).isEqualTo(live.sid());
        return event.change();
    }

    private OutboundCall place(String more) {
        assertThat(world.postForm(ACME, "Calls.json", PLACE + more).statusCode()).isEqualTo(200);
        return world.engine.placed.get(0);
    }

    @Test
    void aNewDocumentShouldReachTheCallAndTheAnswerBeItsRecordBefore() {
        HttpResponse<String> answer = modify("Url=http%3A%2F%2Fapp.example%2Fnew&Method=get"
                + "&FallbackUrl=http%3A%2F%2Fapp.example%2Fnew&FallbackMethod=GET");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("in-progress");
        assertThat(posted()).isEqualTo(
                new Modification(Ending.NONE, Optional.of(NEW), Optional.of(NEW), Optional.empty()));
    }

    @Test
    void statusShouldEndTheCall() {
        assertThat(modify("Status=Completed").statusCode()).isEqualTo(200);
        assertThat(posted().ending()).isEqualTo(Ending.COMPLETED);
        world.engine.posted.clear();
        assertThat(modify("Status=canceled").statusCode()).isEqualTo(200);
        assertThat(posted().ending()).isEqualTo(Ending.CANCELED);
    }

    @Test
    void whatCanNotBeChangedShouldBeRefusedAndNothingReachTheCall() {
        CallRecord over = world.archive.addCall(ACME.sid(), 2);
        CallRecord lost = world.archive.addLiveCall(ACME.sid(), 3);
        CallRecord strange = world.archive.addLiveCall(GLOBEX.sid(), 4);
        world.engine.running.add(strange.sid());
        assertThat(modify("").statusCode()).isEqualTo(400);
        assertThat(modify("FallbackUrl=http%3A%2F%2Fapp.example%2F").statusCode()).isEqualTo(400);
        assertThat(modify("Status=ringing").statusCode()).isEqualTo(400);
        assertThat(modify("Url=ftp%3A%2F%2Fapp.example%2F").statusCode()).isEqualTo(400);
        assertThat(modify("Mute=loud").statusCode()).isEqualTo(400);
        assertThat(modify("Mute=true").statusCode()).isEqualTo(409);
        assertThat(world.postForm(ACME, "Calls/CA1", "Status=completed").statusCode()).isEqualTo(400);
        assertThat(world.postForm(ACME, "Calls/CA" + "9".repeat(32), "Status=completed").statusCode()).isEqualTo(406);
        for (CallRecord ended : List.of(over, lost)) {
            HttpResponse<String> gone = world.postForm(ACME, "Calls/" + ended.sid(), "Status=completed");
            assertThat(gone.statusCode()).isEqualTo(410);
            assertThat(gone.body()).contains("Call is already completed.");
        }
        assertThat(world.postForm(ACME, "Calls/" + strange.sid(), "Status=completed").statusCode()).isEqualTo(403);
        assertThat(world.engine.posted).isEmpty();
    }

    @Test
    void callbackEventsMayBeSeparatedByCommasAndBlanks() {
        OutboundCall call = place("&Timeout=7&StatusCallback=http%3A%2F%2Fapp.example%2Fnew&StatusCallbackMethod=GET"
                + "&StatusCallbackEvent=ringing%2C+completed");
        assertThat(call.ringTimeout()).isEqualTo(Duration.ofSeconds(7));
        assertThat(call.progress().orElseThrow().target()).isEqualTo(NEW);
        assertThat(call.progress().orElseThrow().events())
                .containsExactly(ProgressEvent.RINGING, ProgressEvent.COMPLETED);
    }

    @Test
    void withoutEventsAllShouldBeToldAndWithoutCallbackNone() {
        assertThat(place("&StatusCallback=http%3A%2F%2Fapp.example%2Fs").progress().orElseThrow().events())
                .containsExactly(ProgressEvent.values());
        world.engine.placed.clear();
        assertThat(place("").progress()).isEmpty();
        assertThat(world.postForm(ACME, "Calls", PLACE
                + "&StatusCallback=http%3A%2F%2Fapp.example%2Fs&StatusCallbackEvent=sleeping").statusCode())
                .isEqualTo(400);
    }

    // ---- machine detection

    private Optional<DetectionOrder> detection(String more) {
        world.engine.placed.clear();
        return place(more).application().orElseThrow().detection();
    }

    @Test
    void withoutMachineDetectionNobodyShouldListen() {
        assertThat(detection("")).isEmpty();
        assertThat(detection("&AsyncAmd=true&MachineDetectionTimeout=20")).isEmpty();
    }

    @Test
    void machineDetectionShouldHaveItsDefaultsAndKeepTheApplicationWaiting() {
        for (Mode mode : Mode.values()) {
            assertThat(detection("&MachineDetection=" + mode.wireName())).contains(
                    new DetectionOrder(MachineDetection.of(mode), true, Optional.empty()));
        }
    }

    @Test
    void everyLengthOfMachineDetectionShouldBeTakenInItsUnit() {
        assertThat(detection("&MachineDetection=DetectMessageEnd&MachineDetectionTimeout=59"
                + "&MachineDetectionSpeechThreshold=1000&MachineDetectionSpeechEndThreshold=5000"
                + "&MachineDetectionSilenceTimeout=10000").orElseThrow().detection()).isEqualTo(
                        new MachineDetection(Mode.DETECT_MESSAGE_END, Duration.ofSeconds(59), Duration.ofSeconds(1),
                                Duration.ofSeconds(5), Duration.ofSeconds(10)));
    }

    @Test
    void asynchronousDetectionShouldTellItsCallback() {
        assertThat(detection("&MachineDetection=enable&AsyncAmd=true"
                + "&AsyncAmdStatusCallback=http%3A%2F%2Fapp.example%2Fnew&AsyncAmdStatusCallbackMethod=GET")).contains(
                        new DetectionOrder(MachineDetection.of(Mode.ENABLE), false, Optional.of(NEW)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MachineDetection=yes", "MachineDetectionTimeout=2", "MachineDetectionTimeout=60",
            "MachineDetectionTimeout=3.5", "MachineDetectionSpeechThreshold=999",
            "MachineDetectionSpeechThreshold=6001", "MachineDetectionSpeechEndThreshold=499",
            "MachineDetectionSpeechEndThreshold=5001", "MachineDetectionSilenceTimeout=1999",
            "MachineDetectionSilenceTimeout=10001", "MachineDetectionSilenceTimeout=long", "AsyncAmd=perhaps",
            "AsyncAmdStatusCallback=nowhere", "AsyncAmdStatusCallbackMethod=PUT"})
    void badValueOfMachineDetectionShouldBeRefusedByItsName(String bad) {
        String detect = bad.startsWith("MachineDetection=") ? "" : "&MachineDetection=Enable";
        HttpResponse<String> answer = world.postForm(ACME, "Calls.json", PLACE + detect + "&" + bad);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(bad.substring(0, bad.indexOf('='))).contains("CWAPI4011");
        assertThat(world.engine.placed).isEmpty();
    }

    @Test
    void whoAnsweredShouldBeShownWhenItIsKnown() {
        CallRecord known = world.archive.addFullCall(ACME.sid(), 7);
        assertThat(world.getOwn(ACME, "Calls/" + known.sid() + ".json").body())
                .contains("\"answered_by\":\"machine_end_beep\"");
        assertThat(world.getOwn(ACME, "Calls/" + known.sid()).body())
                .contains("<AnsweredBy>machine_end_beep</AnsweredBy>");
        assertThat(world.getOwn(ACME, "Calls/" + live.sid() + ".json").body()).doesNotContain("answered_by");
    }
}
