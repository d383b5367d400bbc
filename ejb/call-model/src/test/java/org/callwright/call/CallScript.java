package org.callwright.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.callwright.call.codec.SessionCodec;
import org.callwright.call.record.CallRecord;
import org.callwright.call.record.NotificationRecord;
import org.callwright.call.record.RecordingRecord;
import org.callwright.call.record.SayRecord;
import org.callwright.call.value.AnsweredBy;
import org.callwright.call.value.CallPolicy;
import org.callwright.call.value.CallStatus;
import org.callwright.call.value.Destination;
import org.callwright.call.value.FetchFailure;
import org.callwright.call.value.FetchedDocument;
import org.callwright.call.value.MediaRefusal;
import org.callwright.call.value.OutboundCall;
import org.callwright.call.value.Parameter;
import org.callwright.call.value.Prompt;
import org.callwright.call.value.PromptOutcome;
import org.callwright.call.value.PromptOutcome.Result;
import org.callwright.call.value.RecordingOutcome;
import org.callwright.call.value.WebRequest;

/**
 * Replays a call: posts events by a stepped clock and keeps the effects. Each answer to an effect (a document, the end
 * of a prompt) answers the latest one of its kind. After each event the session goes through the codec, so that every
 * state that a test reaches is one that a store can keep.
 */
public final class CallScript {

    private final List<Effect> effects = new ArrayList<>();
    private List<Effect> last = List.of();
    private CallSession session;
    private Instant now = World.MORNING;

    private CallScript(CallPolicy policy) {
        session = CallSession.create(World.CALL, World.SEED, policy, now);
    }

    public static CallScript script() {
        return new CallScript(World.POLICY);
    }

    public static CallScript script(CallPolicy policy) {
        return new CallScript(policy);
    }

    /** An inbound call whose document was fetched, answered and acknowledged. */
    public static CallScript answered(String... verbs) {
        return script().answeredWith(verbs);
    }

    public CallScript answeredWith(String... verbs) {
        return invite().destination(World.shop()).rcml(verbs).mediaAnswered().acknowledged();
    }

    // ---- events

    public CallScript post(CallEvent event) {
        Transition transition = session.on(event, now);
        last = transition.effects();
        effects.addAll(last);
        session = SessionCodec.decode(SessionCodec.encode(transition.next()));
        assertThat(session).isEqualTo(transition.next());
        return this;
    }

    public CallScript passing(Duration time) {
        now = now.plus(time);
        return this;
    }

    public CallScript invite() {
        return post(new CallEvent.Invited(World.CALL, World.ALICE_CALLS, Optional.of(World.OFFER)));
    }

    public CallScript inviteWithoutOffer() {
        return post(new CallEvent.Invited(World.CALL, World.ALICE_CALLS, Optional.empty()));
    }

    public CallScript order(OutboundCall call) {
        return post(new CallEvent.OutboundRequested(World.CALL, call));
    }

    public CallScript destination(Destination destination) {
        return post(new CallEvent.DestinationFound(World.CALL, destination));
    }

    /** The application answers with these verbs. */
    public CallScript rcml(String... verbs) {
        return document("text/xml", "<Response>" + String.join("", verbs) + "</Response>");
    }

    public CallScript document(String contentType, String body) {
        return document(200, contentType, body);
    }

    public CallScript document(int status, String contentType, String body) {
        Effect.FetchDocument fetch = latest(Effect.FetchDocument.class);
        return document(fetch.request().target().url().toString(), status, contentType, body);
    }

    public CallScript document(String answeringUrl, int status, String contentType, String body) {
        return post(new CallEvent.DocumentFetched(World.CALL, latest(Effect.FetchDocument.class).requestId(),
                new FetchedDocument(URI.create(answeringUrl), status, contentType, body)));
    }

    public CallScript noDocument(FetchFailure failure) {
        return post(new CallEvent.DocumentFailed(World.CALL, latest(Effect.FetchDocument.class).requestId(), failure,
                "no answer from the application"));
    }

    public CallScript mediaAnswered() {
        return post(new CallEvent.MediaAnswered(World.CALL, World.ANSWER));
    }

    public CallScript mediaOffered() {
        return post(new CallEvent.MediaOffered(World.CALL, World.OFFER));
    }

    public CallScript mediaConnected() {
        return post(new CallEvent.MediaConnected(World.CALL));
    }

    public CallScript mediaRefused(MediaRefusal refusal) {
        return post(new CallEvent.MediaRefused(World.CALL, refusal, "no"));
    }

    public CallScript acknowledged() {
        return post(new CallEvent.Acknowledged(World.CALL, Optional.empty()));
    }

    public CallScript acknowledgedWith(String sdp) {
        return post(new CallEvent.Acknowledged(World.CALL, Optional.of(sdp)));
    }

    public CallScript hungUp() {
        return post(new CallEvent.HungUp(World.CALL));
    }

    public CallScript cancelled() {
        return post(new CallEvent.Cancelled(World.CALL));
    }

    public CallScript hangupRequested() {
        return post(new CallEvent.HangupRequested(World.CALL, "drain"));
    }

    public CallScript promptEnded() {
        return promptEnded(Result.COMPLETED, Duration.ofSeconds(2));
    }

    public CallScript promptEnded(Result result, Duration played) {
        return post(new CallEvent.PromptEnded(World.CALL, latest(Effect.PlayPrompt.class).operation(),
                new PromptOutcome(result, played, "marytts", "en-us", "man", 0, "")));
    }

    public CallScript promptFailed(int code, String reason) {
        return post(new CallEvent.PromptEnded(World.CALL, latest(Effect.PlayPrompt.class).operation(),
                new PromptOutcome(Result.FAILED, Duration.ZERO, "", "", "", code, reason)));
    }

    public CallScript detected(AnsweredBy who, long millis) {
        return post(new CallEvent.MachineDetected(World.CALL, latest(Effect.DetectMachine.class).operation(), who,
                Duration.ofMillis(millis)));
    }

    public CallScript recordingEnded(RecordingOutcome.Reason reason, long millis) {
        return recordingEnded(reason, millis, true);
    }

    public CallScript recordingEnded(RecordingOutcome.Reason reason, long millis, boolean soundHeard) {
        return post(new CallEvent.RecordingEnded(World.CALL, latest(Effect.StartRecording.class).operation(),
                new RecordingOutcome(reason, Duration.ofMillis(millis), soundHeard,
                        reason == RecordingOutcome.Reason.FAILED ? "disk full" : "")));
    }

    public CallScript keys(String keys) {
        List<Effect> all = new ArrayList<>();
        for (char key : keys.toCharArray()) {
            post(new CallEvent.DigitPressed(World.CALL, key));
            all.addAll(last);
        }
        last = all;
        return this;
    }

    /** The timer that was started last runs out. */
    public CallScript timeUp() {
        Effect.StartTimer timer = latest(Effect.StartTimer.class);
        now = now.plus(timer.delay());
        return post(new CallEvent.TimerFired(World.CALL, timer.timer()));
    }

    /** A timer of this length runs out, whenever it was started. */
    public CallScript timeUp(Duration delay) {
        Effect.StartTimer timer = all(Effect.StartTimer.class).stream()
                .filter(one -> one.delay().equals(delay)).reduce((first, second) -> second).orElseThrow();
        return post(new CallEvent.TimerFired(World.CALL, timer.timer()));
    }

    // ---- what came of it

    public CallSession session() {
        return session;
    }

    public List<Effect> effects() {
        return effects;
    }

    /** Effects of the last event. */
    public List<Effect> last() {
        return last;
    }

    public <E extends Effect> List<E> all(Class<E> type) {
        return effects.stream().filter(type::isInstance).map(type::cast).toList();
    }

    public <E extends Effect> E latest(Class<E> type) {
        List<E> found = all(type);
        assertThat(found).as(type.getSimpleName() + " in " + effects).isNotEmpty();
        return found.get(found.size() - 1);
    }

    /** The last event had exactly effects of these types, in this order. */
    @SafeVarargs
    public final CallScript expect(Class<? extends Effect>... types) {
        assertThat(last.stream().<Class<?>>map(Effect::getClass).toList()).containsExactly(types);
        return this;
    }

    public CallScript expectNothing() {
        assertThat(last).isEmpty();
        return this;
    }

    public CallScript expectSpeech(String text) {
        assertThat(latest(Effect.PlayPrompt.class).prompt()).isInstanceOf(Prompt.Speech.class);
        assertThat(((Prompt.Speech) latest(Effect.PlayPrompt.class).prompt()).text()).isEqualTo(text);
        assertThat(last).contains(latest(Effect.PlayPrompt.class));
        return this;
    }

    public CallScript expectAudio(String url) {
        assertThat(latest(Effect.PlayPrompt.class).prompt()).isEqualTo(new Prompt.Audio(URI.create(url)));
        assertThat(last).contains(latest(Effect.PlayPrompt.class));
        return this;
    }

    /** The last event led to a request to this URL. */
    public CallScript expectRequest(String url) {
        assertThat(last.stream().filter(Effect.FetchDocument.class::isInstance)).hasSize(1);
        assertThat(request().target().url()).isEqualTo(URI.create(url));
        return this;
    }

    public CallScript expectNoRequest() {
        assertThat(last).noneMatch(Effect.FetchDocument.class::isInstance);
        return this;
    }

    public CallScript expectParameter(String name, String value) {
        assertThat(parameters()).containsEntry(name, value);
        return this;
    }

    public CallScript expectRefusal(int status) {
        assertThat(last.stream().filter(Effect.RefuseInvite.class::isInstance)
                .map(effect -> ((Effect.RefuseInvite) effect).status())).containsExactly(status);
        return this;
    }

    public CallScript expectNotification(int log, int code) {
        assertThat(notifications()).anyMatch(one -> one.log() == log && one.code() == code);
        return this;
    }

    public CallScript expectNoNotification() {
        assertThat(notifications()).isEmpty();
        return this;
    }

    /** The call is over, its record says so, and nothing is left behind. */
    public CallScript expectEnded(CallStatus status) {
        assertThat(session.ended()).isTrue();
        assertThat(effects.get(effects.size() - 1)).isInstanceOf(Effect.Forget.class);
        assertThat(call().status()).isEqualTo(status);
        assertThat(call().ended()).isPresent();
        return this;
    }

    public WebRequest request() {
        return latest(Effect.FetchDocument.class).request();
    }

    public Map<String, String> parameters() {
        return request().parameters().stream()
                .collect(Collectors.toMap(Parameter::name, Parameter::value, (one, two) -> one + " and " + two));
    }

    public List<NotificationRecord> notifications() {
        return all(Effect.SaveNotification.class).stream().map(Effect.SaveNotification::notification).toList();
    }

    /** The call record as it was written last. */
    public CallRecord call() {
        return latest(Effect.SaveCall.class).call();
    }

    public SayRecord say() {
        return latest(Effect.SaveSay.class).say();
    }

    public RecordingRecord recording() {
        return latest(Effect.SaveRecording.class).recording();
    }
}
