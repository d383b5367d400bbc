package org.callwright.call;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.callwright.call.program.Application;
import org.callwright.call.program.DialledBy;
import org.callwright.call.program.Flow;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.CallPolicy;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.Destination;
import org.callwright.call.value.DetectionOrder;
import org.callwright.call.value.HttpMethod;
import org.callwright.call.value.InviteFacts;
import org.callwright.call.value.OutboundCall;
import org.callwright.call.value.Parameter;
import org.callwright.call.value.PhoneNumberSid;
import org.callwright.call.value.ProgressCallback;
import org.callwright.call.value.ProgressEvent;
import org.callwright.call.value.WebTarget;

/** The people and places of the tests: Alice calls the flower shop, whose application lives at app.example. */
public final class World {

    public static final CallSid CALL = new CallSid(
            "ID000102030405060708090a0b0c0d0e0f-CA00112233445566778899aabbccddeeff");
    public static final CallSid OTHER_CALL = new CallSid("CA11111111111111111111111111111111");
    public static final AccountSid SHOP = new AccountSid("ACae6e420f425248d6a26948c17a9e2acf");
    public static final PhoneNumberSid SHOP_NUMBER = new PhoneNumberSid("PN0123456789abcdef0123456789abcdef");
    public static final String SEED = "fa7e3b0c5d9a4e21a6b8c7d2e1f0a9b8";
    public static final Instant MORNING = Instant.parse("2026-11-22T09:00:00.123Z");
    public static final CallPolicy POLICY =
            new CallPolicy(true, Duration.ofHours(4), 10_000, "https://voice.example");
    public static final String OFFER = "v=0 offer";
    public static final String ANSWER = "v=0 answer";
    public static final String VOICE_URL = "http://app.example/voice";
    public static final String SCREENING_URL = "http://app.example/screening";
    public static final String STATUS_URL = "http://app.example/status";
    public static final String FALLBACK_URL = "http://backup.example/fallback";

    public static final InviteFacts ALICE_CALLS = new InviteFacts("alice", "15551000", "127.0.0.1",
            Optional.of("Alice"), Optional.empty(), List.of(new Parameter("X-Ticket", "7")), "c1@phone",
            "127.0.0.1:5070");

    private World() {
    }

    public static WebTarget post(String url) {
        return new WebTarget(URI.create(url), HttpMethod.POST);
    }

    public static Destination shop() {
        return new Destination(SHOP, SHOP_NUMBER, Optional.of(post(VOICE_URL)), Optional.empty());
    }

    public static Destination shopWithFallback() {
        return new Destination(SHOP, SHOP_NUMBER, Optional.of(post(VOICE_URL)),
                Optional.of(new WebTarget(URI.create(FALLBACK_URL), HttpMethod.GET)));
    }

    public static Destination shopWithoutApplication() {
        return new Destination(SHOP, SHOP_NUMBER, Optional.empty(), Optional.empty());
    }

    public static Destination shopWithStatusCallback() {
        return new Destination(SHOP, SHOP_NUMBER, Optional.of(post(VOICE_URL)),
                Optional.of(new WebTarget(URI.create(FALLBACK_URL), HttpMethod.GET)), Optional.of(post(STATUS_URL)));
    }

    /** Told of these events. */
    public static OutboundCall shopCallsBobAndIsToldOf(ProgressEvent... events) {
        OutboundCall call = shopCallsBob();
        return new OutboundCall(call.account(), call.from(), call.to(), call.targetUri(), call.headers(),
                call.program(), call.ringTimeout(),
                Optional.of(new ProgressCallback(post(STATUS_URL), List.of(events))));
    }

    /** The shop's application wants to know who answers. */
    public static OutboundCall shopCallsBobAndListens(DetectionOrder order) {
        OutboundCall call = shopCallsBobAndIsToldOf(ProgressEvent.values());
        return new OutboundCall(call.account(), call.from(), call.to(), call.targetUri(), call.headers(),
                new Application(post(VOICE_URL), Optional.empty(), Optional.of(order)), call.ringTimeout(),
                call.progress());
    }

    /** Bob hears this. */
    public static OutboundCall shopTellsBob(Flow message) {
        OutboundCall call = shopCallsBob();
        return new OutboundCall(call.account(), call.from(), call.to(), call.targetUri(), List.of(), message,
                call.ringTimeout(), Optional.empty());
    }

    /** What that call's Dial placed. */
    public static OutboundCall dialledBy(CallSid dialler) {
        return dialled(new DialledBy(dialler));
    }

    /** What that call's Dial placed, and who is called is asked before. */
    public static OutboundCall screenedFor(CallSid dialler) {
        return dialled(new DialledBy(dialler, Optional.of(post(SCREENING_URL))));
    }

    private static OutboundCall dialled(DialledBy program) {
        OutboundCall call = shopCallsBob();
        return new OutboundCall(call.account(), call.from(), call.to(), call.targetUri(), List.of(),
                program, call.ringTimeout(), Optional.of(new ProgressCallback(post(STATUS_URL))));
    }

    public static OutboundCall shopCallsBob() {
        return new OutboundCall(SHOP, "15551000", "sip:bob@phone.example", "sip:bob@phone.example",
                List.of(new Parameter("X-Order", "9")), post(VOICE_URL), Optional.empty(), Duration.ofSeconds(60));
    }
}
