package org.callwright.call;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.callwright.call.program.Announcement;
import org.callwright.call.program.VoiceMessage;
import org.callwright.call.state.Operation;
import org.callwright.call.state.Timers;
import org.callwright.call.value.AnsweredBy;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.CallStatus;
import org.callwright.call.value.DetectionOrder;
import org.callwright.call.value.DialledOutcome;
import org.callwright.call.value.FetchFailure;
import org.callwright.call.value.FetchedDocument;
import org.callwright.call.value.MediaRefusal;
import org.callwright.call.value.Modification;
import org.callwright.call.value.ProgressEvent;
import org.callwright.call.value.Prompt;
import org.callwright.call.value.PromptOutcome;
import org.callwright.call.value.RecordingOrder;
import org.callwright.call.value.RecordingOutcome;
import org.callwright.call.value.RecordingSid;

/**
 * A call to which anything can happen: events come in no sensible order, but mostly with numbers that fit, so that it
 * gets far. Then it is hung up, and whatever timers run fire until it is over.
 */
final class RandomCall {

    private static final List<String> DOCUMENTS = List.of(
            "<Say>Hi</Say><Record/>", "<Record finishOnKey=\"#\" action=\"/done\"/>", "<Gather><Say>Hi</Say></Gather>",
            "<Gather numDigits=\"2\" action=\"/menu\"><Play>/a.wav</Play><Pause/></Gather><Redirect>/again</Redirect>",
            "<Pause length=\"3\"/><Reject/>", "<Reject reason=\"busy\"/>", "<Play loop=\"0\">/b.wav</Play>",
            "<Dial>1</Dial>", "<Dial action=\"/dialled\"><Sip>sip:bob@phone.example</Sip></Dial>",
            "<Dial record=\"true\" hangupOnStar=\"true\">sip:bob@phone.example</Dial><Say>Bye</Say>",
            "<Redirect>::nonsense::</Redirect>", "<Hangup/>", "", "<Say>One</Say><Say>Two</Say><Pause/><Record/>",
            "<Record timeout=\"2\" playBeep=\"false\" action=\":bad:\"/><Say>Empty</Say>", "<Say");

    private static final VoiceMessage MESSAGE = new VoiceMessage("en-us", "woman",
            Optional.of(new VoiceMessage.Prompt("Press seven", "7")), "Choose", "1234",
            Optional.of(new VoiceMessage.Repeat("0", Optional.of("Again"))),
            List.of(new VoiceMessage.Answer("1", "One")), VoiceMessage.Limits.DEFAULT);

    private static final Announcement ANNOUNCEMENT =
            Announcement.of(new Prompt.Speech("The shop is closed", "en-us", "woman"));

    /** Spreads the seeds: the first draws of neighbouring ones are all alike. */
    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    private final Random random;
    private RecordingSid recording = new RecordingSid("RE" + "0".repeat(32));
    private final CallScript script = CallScript.script();
    private final List<CallEvent> events = new ArrayList<>();

    RandomCall(long seed) {
        random = new Random(seed * GOLDEN_RATIO);
    }

    CallScript script() {
        return script;
    }

    List<CallEvent> events() {
        return events;
    }

    RandomCall run() {
        post(switch (random.nextInt(14)) {
            case 0, 1 -> new CallEvent.OutboundRequested(World.CALL,
                    World.shopCallsBobAndIsToldOf(ProgressEvent.values()));
            case 2, 3 -> new CallEvent.OutboundRequested(World.CALL, World.shopTellsBob(MESSAGE));
            case 4 -> new CallEvent.OutboundRequested(World.CALL, World.shopTellsBob(ANNOUNCEMENT));
            case 5 -> new CallEvent.OutboundRequested(World.CALL, World.shopCallsBobAndListens(new DetectionOrder(
                    ANNOUNCEMENT.detection(), random.nextBoolean(), Optional.of(World.post(World.STATUS_URL)))));
            case 6 -> new CallEvent.OutboundRequested(World.CALL, World.dialledBy(World.OTHER_CALL));
            case 7 -> new CallEvent.OutboundRequested(World.CALL, World.screenedFor(World.OTHER_CALL));
            default -> new CallEvent.Invited(World.CALL, World.ALICE_CALLS, sdp());
        });
        int length = random.nextInt(60);
        for (int i = 0; i < length; i++) {
            post(random.nextInt(3) == 0 ? anyEvent() : helpfulEvent());
        }
        post(new CallEvent.HangupRequested(World.CALL, "test"));
        for (int i = 0; i < 10 && !script.session().ended(); i++) {
            for (Timers.Timer timer : script.session().timers().running()) {
                post(new CallEvent.TimerFired(World.CALL, timer.number()));
            }
        }
        return this;
    }

    private void post(CallEvent event) {
        events.add(event);
        script.passing(Duration.ofMillis(random.nextInt(3_000))).post(event);
    }

    /** The answer to the last effect, as a rule. */
    private CallEvent helpfulEvent() {
        List<Effect> effects = script.effects();
        for (int i = effects.size() - 1; i >= 0; i--) {
            Effect effect = effects.get(i);
            if (effect instanceof Effect.ResolveDestination) {
                return new CallEvent.DestinationFound(World.CALL, World.shopWithStatusCallback());
            } else if (effect instanceof Effect.FetchDocument fetch) {
                return fetched(fetch.requestId());
            } else if (effect instanceof Effect.AnswerOffer) {
                return new CallEvent.MediaAnswered(World.CALL, World.ANSWER);
            } else if (effect instanceof Effect.MakeOffer) {
                return new CallEvent.MediaOffered(World.CALL, World.OFFER);
            } else if (effect instanceof Effect.ApplyAnswer) {
                return new CallEvent.MediaConnected(World.CALL);
            } else if (effect instanceof Effect.PlaceInvite) {
                return new CallEvent.Accepted(World.CALL, Optional.of(World.ANSWER));
            } else if (effect instanceof Effect.AcceptInvite) {
                return new CallEvent.Acknowledged(World.CALL, Optional.of(World.ANSWER));
            } else if (effect instanceof Effect.PlayPrompt || effect instanceof Effect.StartRecording
                    || effect instanceof Effect.DetectMachine) {
                return operationEnded();
            } else if (effect instanceof Effect.PlaceDialled place) {
                return heardOf(place.dialled());
            } else if (effect instanceof Effect.Joining join) {
                return new CallEvent.LegsJoined(World.CALL, join.other());
            } else if (effect instanceof Effect.StartTimer timer && random.nextBoolean()) {
                return new CallEvent.TimerFired(World.CALL, timer.timer());
            }
        }
        return anyEvent();
    }

    private CallEvent operationEnded() {
        List<Operation> running = script.session().operations();
        if (running.isEmpty()) {
            return new CallEvent.DigitPressed(World.CALL, "0123456789*#".charAt(random.nextInt(12)));
        }
        Operation operation = running.get(random.nextInt(running.size()));
        if (operation instanceof Operation.Recording) {
            return recordingEnded(operation.number());
        } else if (operation instanceof Operation.Detection) {
            return detected(operation.number());
        }
        return promptEnded(operation.number());
    }

    private CallEvent anyEvent() {
        long number = random.nextInt((int) script.session().counter() + 2);
        return switch (random.nextInt(34)) {
            case 0 -> new CallEvent.Invited(World.CALL, World.ALICE_CALLS, sdp());
            case 1 -> new CallEvent.Cancelled(World.CALL);
            case 2 -> new CallEvent.Acknowledged(World.CALL, sdp());
            case 3 -> new CallEvent.AcknowledgeMissing(World.CALL);
            case 4 -> new CallEvent.OutboundRequested(World.CALL, World.shopCallsBob());
            case 5 -> new CallEvent.Progressed(World.CALL, 180 + random.nextInt(4), sdp());
            case 6 -> new CallEvent.Accepted(World.CALL, sdp());
            case 7 -> new CallEvent.Refused(World.CALL, 400 + random.nextInt(204), "no");
            case 8, 9 -> new CallEvent.Reoffered(World.CALL, sdp());
            case 10 -> new CallEvent.HungUp(World.CALL);
            case 11 -> new CallEvent.SignallingFailed(World.CALL, "reset");
            case 12 -> new CallEvent.DestinationUnknown(World.CALL);
            case 13 -> new CallEvent.DestinationForbidden(World.CALL, World.SHOP, "closed");
            case 14 -> fetched(number);
            case 15 -> new CallEvent.DocumentFailed(World.CALL, number, FetchFailure.TIMEOUT, "slow");
            case 16 -> new CallEvent.MediaAnswered(World.CALL, World.ANSWER);
            case 17 -> new CallEvent.MediaRefused(World.CALL, MediaRefusal.NOT_ACCEPTABLE, "no codec");
            case 18 -> promptEnded(number);
            case 19 -> recordingEnded(number);
            case 20, 21 -> new CallEvent.DigitPressed(World.CALL, "0123456789*#D!".charAt(random.nextInt(14)));
            case 22 -> new CallEvent.PeerSilent(World.CALL);
            case 23 -> new CallEvent.ModifyRequested(World.CALL, modification());
            case 24 -> new CallEvent.DestinationUnavailable(World.CALL, "away");
            case 25, 26 -> recordingRequested();
            case 27 -> new CallEvent.RecordingStopRequested(World.CALL, recording);
            case 28 -> detected(number);
            case 29, 30 -> heardOf(dialled());
            case 31 -> new CallEvent.DiallerGone(World.CALL, "gone");
            case 32 -> random.nextBoolean() ? new CallEvent.LegsJoined(World.CALL, dialled())
                    : new CallEvent.LegsNotJoined(World.CALL, dialled(), "no mixer");
            default -> new CallEvent.TimerFired(World.CALL, number);
        };
    }

    /** The call that was dialled last, if any was. */
    private CallSid dialled() {
        return script.all(Effect.PlaceDialled.class).stream().map(Effect.PlaceDialled::dialled)
                .reduce((first, second) -> second).orElse(World.OTHER_CALL);
    }

    private CallEvent heardOf(CallSid dialled) {
        DialledOutcome outcome = new DialledOutcome(
                true, CallStatus.BUSY, Duration.ofSeconds(2), Duration.ZERO, Optional.of(486));
        return switch (random.nextInt(7)) {
            case 0 -> new CallEvent.DialledEnded(World.CALL, dialled, outcome);
            case 1 -> new CallEvent.DialledLeft(World.CALL, dialled, outcome);
            case 2 -> new CallEvent.DialledRings(World.CALL, dialled);
            case 3 -> new CallEvent.DialledHeard(World.CALL, dialled);
            default -> new CallEvent.DialledAnswered(World.CALL, dialled);
        };
    }

    private CallEvent recordingRequested() {
        recording = new RecordingSid("RE" + String.format("%032x", random.nextLong()));
        return new CallEvent.RecordingRequested(World.CALL, recording,
                new RecordingOrder(Optional.of(World.post(World.STATUS_URL)), Optional.empty()));
    }

    private Modification modification() {
        int ending = random.nextInt(8);
        return ending < 2
                ? new Modification(Modification.Ending.values()[ending + 1], Optional.empty(), Optional.empty(),
                        Optional.empty())
                : new Modification(Modification.Ending.NONE, Optional.of(World.post(World.VOICE_URL)),
                        Optional.empty(), Optional.of(World.post(World.STATUS_URL)));
    }

    private CallEvent fetched(long requestId) {
        int status = random.nextInt(10) == 0 ? 404 : 200;
        String body = "<Response>" + DOCUMENTS.get(random.nextInt(DOCUMENTS.size())) + "</Response>";
        return new CallEvent.DocumentFetched(World.CALL, requestId,
                new FetchedDocument(URI.create(World.VOICE_URL), status, "text/xml", body));
    }

    private CallEvent promptEnded(long operation) {
        PromptOutcome.Result[] results = PromptOutcome.Result.values();
        return new CallEvent.PromptEnded(World.CALL, operation, new PromptOutcome(
                results[random.nextInt(12) % results.length], Duration.ofSeconds(1), "", "", "", 2301, "no voice"));
    }

    private CallEvent detected(long operation) {
        AnsweredBy[] all = AnsweredBy.values();
        return new CallEvent.MachineDetected(
                World.CALL, operation, all[random.nextInt(all.length)], Duration.ofSeconds(2));
    }

    private CallEvent recordingEnded(long operation) {
        RecordingOutcome.Reason[] reasons = RecordingOutcome.Reason.values();
        return new CallEvent.RecordingEnded(World.CALL, operation, new RecordingOutcome(
                reasons[random.nextInt(reasons.length)], Duration.ofMillis(random.nextInt(3) * 1_234L),
                random.nextBoolean(), ""));
    }

    private Optional<String> sdp() {
        return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(World.OFFER);
    }
}
