package org.callwright.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipSession;
import org.callwright.call.value.CallSid;
import org.junit.jupiter.api.Test;

/** A call that we place and give up in the instant of the answer; the container is played by the test. */
class LegTest {

    private final List<String> sent = new ArrayList<>();
    private boolean answered;
    private final SipApplicationSession application = as(SipApplicationSession.class, (self, method, arguments) -> 0);
    private final SipSession session = as(SipSession.class, (self, method, arguments) -> switch (method.getName()) {
        case "getApplicationSession" -> application;
        case "createRequest" -> request((String) arguments[0]);
        default -> null;
    });
    private final Leg leg = Leg.placing(new CallSid("CA00000000000000000000000000000001"), request("INVITE"),
            Optional.empty());

    private static <T> T as(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(LegTest.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private SipServletRequest request(String name) {
        return as(SipServletRequest.class, (self, method, arguments) -> switch (method.getName()) {
            case "getSession" -> session;
            case "createCancel" -> {
                if (answered) {
                    throw new IllegalStateException("final response already sent");
                }
                yield request("CANCEL");
            }
            case "send" -> {
                sent.add(name);
                yield null;
            }
            default -> null;
        });
    }

    @Test
    void callThatIsGivenUpBeforeTheAnswerShouldBeCancelledAndALateAnswerHungUpOn() throws Exception {
        assertThat(leg.cancel()).isFalse();
        assertThat(leg.acceptedByPeer(session, "one")).isFalse();
        assertThat(sent).containsExactly("CANCEL", "BYE");
    }

    @Test
    void answerThatIsThereButNotHandledYetShouldBeHungUpOn() throws Exception {
        answered = true;
        assertThat(leg.cancel()).isFalse();
        assertThat(leg.acceptedByPeer(session, "one")).isFalse();
        assertThat(sent).containsExactly("BYE");
    }

    @Test
    void answerThatWasQuickerThanOurGivingUpShouldBeHungUpOn() throws Exception {
        assertThat(leg.acceptedByPeer(session, "one")).isTrue();
        assertThat(leg.cancel()).isTrue();
        assertThat(leg.cancel()).isFalse();
        assertThat(sent).containsExactly("BYE");
    }

    @Test
    void secondAnswerOfAForkShouldNotBeTheLegs() throws Exception {
        assertThat(leg.isWith("two")).isTrue();
        leg.acceptedByPeer(session, "one");
        assertThat(leg.isWith("one")).isTrue();
        assertThat(leg.isWith("two")).isFalse();
    }

    @Test
    void answerWithoutSdpShouldBeTheEarlyOneOfTheSameCallee() {
        leg.answeredEarly("one", "v=0 one");
        leg.answeredEarly("two", "v=0 two");
        assertThat(leg.answer("one", Optional.empty())).contains("v=0 one");
        assertThat(leg.answer("two", Optional.of("v=0 last"))).contains("v=0 last");
        assertThat(leg.answer("three", Optional.empty())).isEmpty();
    }

    @Test
    void earlyAnswersOfEndlesslyManyCalleesShouldNotBeKept() {
        IntStream.range(0, 100).forEach(tag -> leg.answeredEarly("tag" + tag, "v=0"));
        assertThat(IntStream.range(0, 100).filter(tag -> leg.answer("tag" + tag, Optional.empty()).isPresent()))
                .hasSize(16);
    }
}
