package org.callwright.call.verb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.call.CallScript.answered;
import static org.callwright.call.CallScript.script;
import static org.callwright.call.World.CALL;
import static org.callwright.call.verb.DialScript.BOB;
import static org.callwright.call.verb.DialScript.WITH_TRUNK;
import static org.callwright.call.verb.DialScript.dialled;
import static org.callwright.call.verb.DialScript.dialling;
import static org.callwright.call.verb.DialScript.order;
import static org.callwright.call.verb.DialScript.told;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.callwright.call.CallEvent;
import org.callwright.call.CallScript;
import org.callwright.call.Effect;
import org.callwright.call.World;
import org.callwright.call.program.DialledBy;
import org.callwright.call.value.Credentials;
import org.callwright.call.value.HttpMethod;
import org.callwright.call.value.OutboundCall;
import org.callwright.call.value.Parameter;
import org.callwright.call.value.ProgressCallback;
import org.callwright.call.value.ProgressEvent;
import org.callwright.call.value.WebTarget;
import org.junit.jupiter.api.Test;

/** Whom a Dial calls, and how. */
class DialTargetTest {

    @Test
    void aNumberShouldBeCalledByTheTrunkWithTheCallersNumber() {
        CallScript call = script(WITH_TRUNK).answeredWith("<Dial>+1 555 0100</Dial>");
        assertThat(dialled(call).instanceId()).isEqualTo(CALL.instanceId());
        assertThat(order(call)).isEqualTo(new OutboundCall(World.SHOP, "alice", "+15550100",
                "sip:+15550100@trunk.example:5060", List.of(), new DialledBy(CALL), Duration.ofSeconds(30),
                Optional.empty()));
    }

    @Test
    void anElementShouldSayWhomAndTheAttributesHow() {
        CallScript call = script(WITH_TRUNK).answeredWith("<Dial callerId='+15559' timeout='7'><Number "
                + "statusCallback='/told' statusCallbackEvent='ringing, answered'>15550100</Number></Dial>");
        assertThat(order(call).from()).isEqualTo("+15559");
        assertThat(order(call).ringTimeout()).isEqualTo(Duration.ofSeconds(7));
        assertThat(order(call).progress()).contains(new ProgressCallback(World.post("http://app.example/told"),
                List.of(ProgressEvent.RINGING, ProgressEvent.ANSWERED)));
    }

    @Test
    void theDocumentForTheCalleeShouldGoWithTheCall() {
        assertThat(order(dialling("", "<Sip url='ask?who=1' method='GET'>sip:bob@phone.example</Sip>")).program())
                .isEqualTo(new DialledBy(CALL, Optional.of(new WebTarget(
                        URI.create("http://app.example/ask?who=1"), HttpMethod.GET))));
        CallScript call = dialling("", "<Sip url='::'>sip:bob@phone.example</Sip>")
                .expectNotification(0, 11100).expectSpeech("Next.");
        assertThat(call.all(Effect.PlaceDialled.class)).isEmpty();
    }

    @Test
    void credentialsShouldGoWithTheCallAndBeNamedByNoText() {
        CallScript call = dialling("", "<Sip username='shop' password=' p ss'>sip:bob@phone.example</Sip>");
        assertThat(order(call).credentials()).contains(new Credentials("shop", " p ss"));
        assertThat(call.effects().toString()).contains("shop").doesNotContain("p ss");
        assertThat(call.session().program().toString()).doesNotContain("p ss");
        assertThat(order(dialling("", BOB)).credentials()).isEmpty();
    }

    @Test
    void credentialsThatSipCannotSendShouldBeWarnedOf() {
        for (String attributes : List.of("password='x'", "username='a&#10;b'", "username='&quot;'")) {
            CallScript call = dialling("", "<Sip " + attributes + ">sip:bob@phone.example</Sip>")
                    .expectNotification(1, 12200);
            assertThat(order(call).credentials()).isEmpty();
        }
        dialling("", "<Number username='a' password='b' sendDigits='1'>15550100</Number>").expectNotification(1, 12200);
    }

    @Test
    void aSipUriShouldNeedNoTrunkAndMayCarryHeaders() {
        CallScript call = dialling("", "<Sip>sip:bob@phone.example;transport=tcp?X-A=1&amp;X-B=2</Sip>");
        assertThat(order(call).targetUri()).isEqualTo("sip:bob@phone.example;transport=tcp");
        assertThat(order(call).headers()).containsExactly(new Parameter("X-A", "1"), new Parameter("X-B", "2"));
        assertThat(order(dialling("", "sip:bob@phone.example")).targetUri()).isEqualTo("sip:bob@phone.example");
        assertThat(order(dialling("", "<Uri>bob@phone.example</Uri>")).targetUri()).isEqualTo("sip:bob@phone.example");
    }

    @Test
    void withoutATrunkANumberShouldFailAndTheOwnerBeTold() {
        CallScript call = dialling("action='/done'", "+15550100");
        call.expectNotification(0, 11004).expectRequest("http://app.example/done")
                .expectParameter("DialCallSid", "null").expectParameter("DialCallStatus", "failed")
                .expectParameter("DialCallDuration", "0");
        assertThat(call.all(Effect.PlaceDialled.class)).isEmpty();
        dialling("", "+15550100").expectSpeech("Next.");
    }

    @Test
    void whomNobodyCouldCallShouldFailWithACode() {
        dialling("", "<Client>alice</Client>").expectNotification(1, 12200).expectNotification(0, 12200)
                .expectSpeech("Next.");
        dialling("", "<Conference>room</Conference>").expectNotification(0, 12200).expectSpeech("Next.");
        dialling("", "client:alice").expectNotification(0, 12200).expectSpeech("Next.");
        dialling("", "<Sip>sip:bob at phone</Sip>").expectNotification(0, 11100).expectSpeech("Next.");
        dialling("", "<Sip>15550100</Sip>").expectNotification(0, 11100).expectSpeech("Next.");
        dialling("", "").expectNotification(0, 12200).expectSpeech("Next.");
        dialling("callerId='a &lt;b&gt;'", BOB).expectNotification(0, 13214).expectSpeech("Next.");
    }

    @Test
    void theFirstOfSeveralTargetsShouldBeCalledWithAWarning() {
        CallScript call = dialling("", BOB + "<Number>15550100</Number>");
        assertThat(order(call).targetUri()).isEqualTo("sip:bob@phone.example");
        call.expectNotification(1, 12200);
    }

    @Test
    void wrongAttributesShouldBeWarnedOfAndTheDefaultsHold() {
        CallScript call = dialling("method='PUT' timeout='soon' timeLimit='0'", BOB);
        call.expectNotification(1, 13210).expectNotification(1, 13212).expectNotification(1, 13216);
        assertThat(order(call).ringTimeout()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aCallerWithoutANameThatSipKnowsShouldBeAnonymous() {
        assertThat(order(dialling("", BOB)).from()).isEqualTo("alice");
        CallScript nobody = script().order(new OutboundCall(World.SHOP, "two words", "sip:bob@phone.example",
                "sip:bob@phone.example", List.of(), World.post(World.VOICE_URL), Optional.empty(),
                Duration.ofSeconds(60)));
        nobody.mediaOffered().post(new CallEvent.Accepted(CALL, Optional.of(World.ANSWER))).mediaConnected()
                .rcml("<Dial>" + BOB + "</Dial>");
        assertThat(order(nobody).from()).isEqualTo("anonymous");
    }
}
