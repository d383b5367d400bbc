package org.callwright.sip.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.sip.container.testing.Eventually.eventually;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipSession;
import org.callwright.sip.container.testing.Dialogue;
import org.callwright.sip.container.testing.Phone;
import org.callwright.sip.container.testing.SipText;
import org.callwright.sip.container.testing.TcpPhone;
import org.callwright.sip.container.testing.UdpPhone;
import org.junit.jupiter.api.Test;
import org.mobicents.javax.servlet.sip.SipApplicationSessionAsynchronousWork;

/** Calls that do not go the plain way: placed by us, refused, colliding, or left hanging by the peer. */
class CallFlowTest {

    @Test
    void outboundCallOverUdpShouldBePlacedAndEndedByUs() throws Exception {
        try (RunningContainer running = new RunningContainer(UnaryOperator.identity());
                UdpPhone callee = new UdpPhone(running.port())) {
            outboundCall(running, callee, "sip:bob@" + callee.sentBy());
        }
    }

    @Test
    void advertisedAddressShouldBeInViaAndContactOfWhatWeSend() throws Exception {
        try (RunningContainer running = new RunningContainer(config -> config.withAdvertisedAddress("192.0.2.7"));
                UdpPhone phone = new UdpPhone(running.port())) {
            place(running, "sip:bob@" + phone.sentBy());
            SipText invite = phone.awaitRequest("INVITE");
            assertThat(invite.header("Via").orElseThrow()).contains("192.0.2.7:" + running.port());
            assertThat(invite.contact()).contains("192.0.2.7:" + running.port());
            phone.send(Dialogue.answer(invite, 486, "Busy Here", "busy", phone.sentBy(), ""));
            phone.awaitRequest("ACK");

            Dialogue call = new Dialogue(phone, running.port());
            phone.send(call.invite());
            SipText ok = phone.await(message -> message.status() == 200);
            assertThat(ok.contact()).contains("192.0.2.7:" + running.port());
            phone.send(call.ack(ok));
            phone.send(call.inDialog("BYE", ok, ""));
            phone.await(message -> message.status() == 200 && message.method().equals("BYE"));
        }
    }

    @Test
    void refusedOutboundCallShouldLeaveNoSession() throws Exception {
        try (RunningContainer running = new RunningContainer(UnaryOperator.identity());
                UdpPhone callee = new UdpPhone(running.port())) {
            place(running, "sip:bob@" + callee.sentBy());
            SipText invite = callee.awaitRequest("INVITE");
            callee.send(Dialogue.answer(invite, 486, "Busy Here", "busy", callee.sentBy(), ""));
            callee.awaitRequest("ACK");
            eventually("the servlet hears 486", () -> RecordingServlet.EVENTS.stream()
                    .anyMatch(event -> event.startsWith("486 ")));
            running.awaitNoSession();
        }
    }

    @Test
    void callRefusedAtOnceShouldLeaveNoSession() throws Exception {
        try (RunningContainer running = new RunningContainer(UnaryOperator.identity());
                UdpPhone phone = new UdpPhone(running.port())) {
            Dialogue call = new Dialogue(phone, running.port());
            phone.send(call.invite().replace("sip:alice@", "sip:busy@"));
            SipText refusal = phone.await(message -> message.status() == 486);
            phone.send(call.sameTransaction("ACK", refusal.toTag()).replace("sip:alice@", "sip:busy@"));
            running.awaitNoSession();
            assertThat(RecordingServlet.count("ACK " + call.callId())).isZero();
        }
    }

    @Test
    void outboundCallNobodyAnswersShouldEndWith408() throws Exception {
        try (RunningContainer running = new RunningContainer(UnaryOperator.identity());
                UdpPhone silent = new UdpPhone(running.port())) {
            place(running, "sip:bob@" + silent.sentBy());
            eventually("the servlet hears 408", Duration.ofSeconds(20), () -> RecordingServlet.EVENTS.stream()
                    .anyMatch(event -> event.startsWith("408 ")));
            running.awaitNoSession();
        }
    }

    @Test
    void answerWithoutAckShouldBeRepeatedAndThenReported() throws Exception {
        try (RunningContainer running = new RunningContainer(UnaryOperator.identity());
                UdpPhone phone = new UdpPhone(running.port())) {
            Dialogue call = new Dialogue(phone, running.port());
            phone.send(call.invite());
            phone.await(message -> message.status() == 200);
            phone.await(message -> message.status() == 200);
            phone.await(message -> message.status() == 200);
            eventually("the servlet hears that no ACK came", Duration.ofSeconds(60),
                    () -> RecordingServlet.count("NO-ACK " + call.callId()) == 1);
        }
    }

    @Test
    void reInviteThatMeetsOursShouldBeRefusedWith491() throws Exception {
        try (RunningContainer running = new RunningContainer(UnaryOperator.identity());
                UdpPhone phone = new UdpPhone(running.port())) {
            Dialogue call = new Dialogue(phone, running.port());
            phone.send(call.invite());
            SipText ok = phone.await(message -> message.status() == 200);
            phone.send(call.ack(ok));
            eventually("the call is up", () -> RecordingServlet.count("ACK " + call.callId()) == 1);
            RecordingServlet.lastInvite.getSession().createRequest("INVITE").send();
            SipText ours = phone.awaitRequest("INVITE");

            phone.send(call.inDialog("INVITE", ok, Dialogue.SDP));
            SipText glare = phone.await(message -> message.status() >= 300);
            assertThat(glare.status()).isEqualTo(491);
            phone.send(call.sameTransaction("ACK", glare.toTag()));

            phone.send(Dialogue.answer(ours, 200, "OK", "", phone.sentBy(), Dialogue.SDP));
            phone.awaitRequest("ACK");
            assertThat(RecordingServlet.count("RE-INVITE " + call.callId())).isZero();
            phone.send(call.inDialog("BYE", ok, ""));
            phone.await(message -> message.status() == 200 && message.method().equals("BYE"));
            running.awaitNoSession();
        }
    }

    @Test
    void workScheduledFromAnotherThreadShouldRunUnderTheSessionsLock() throws Exception {
        try (RunningContainer running = new RunningContainer(UnaryOperator.identity());
                UdpPhone phone = new UdpPhone(running.port())) {
            Dialogue call = new Dialogue(phone, running.port());
            phone.send(call.invite().replace("sip:alice@", "sip:ringing@"));
            phone.awaitStatus(180);
            AtomicReference<Thread> worker = new AtomicReference<>();
            SipServletRequest invite = RecordingServlet.lastInvite;
            SipApplicationSessionAsynchronousWork answer = session -> {
                worker.set(Thread.currentThread());
                try {
                    invite.createResponse(480).send();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            };
            running.deployment().sessions().scheduleAsynchronousWork(invite.getApplicationSession().getId(), answer);
            SipText unavailable = phone.awaitStatus(480);
            phone.send(call.sameTransaction("ACK", unavailable.toTag()).replace("sip:alice@", "sip:ringing@"));
            assertThat(worker.get()).isNotSameAs(Thread.currentThread());
            running.awaitNoSession();
        }
    }

    @Test
    void closedConnectionShouldNotEndTheCallNorBlockTheContainer() throws Exception {
        try (RunningContainer running = new RunningContainer(UnaryOperator.identity());
                UdpPhone other = new UdpPhone(running.port())) {
            try (TcpPhone phone = new TcpPhone(running.port())) {
                Dialogue call = new Dialogue(phone, running.port());
                phone.send(call.invite());
                SipText ok = phone.await(message -> message.status() == 200);
                phone.send(call.ack(ok));
                eventually("the call is up", () -> RecordingServlet.count("ACK " + call.callId()) == 1);
            }
            SipSession abandoned = RecordingServlet.lastInvite.getSession();
            outboundCall(running, other, "sip:bob@" + other.sentBy());
            assertThat(abandoned.isValid()).isTrue();
            abandoned.getApplicationSession().invalidate();
            running.awaitNoSession();
        }
    }

    private static void outboundCall(RunningContainer running, Phone callee, String uri) throws Exception {
        SipServletRequest invite = place(running, uri);
        SipText received = callee.awaitRequest("INVITE");
        assertThat(received.header("Via").orElseThrow()).contains("127.0.0.1:" + running.port());
        callee.send(Dialogue.answer(received, 180, "Ringing", "callee", callee.sentBy(), ""));
        callee.send(Dialogue.answer(received, 200, "OK", "callee", callee.sentBy(), Dialogue.SDP));
        callee.awaitRequest("ACK");
        String callId = received.header("Call-ID").orElseThrow();
        eventually("the servlet hears 200", () -> RecordingServlet.count("200 " + callId) == 1);
        invite.getSession().createRequest("BYE").send();
        SipText bye = callee.awaitRequest("BYE");
        callee.send(Dialogue.answer(bye, 200, "OK", "callee", callee.sentBy(), ""));
        eventually("the call's session ends", Duration.ofSeconds(60), () -> !invite.getSession().isValid());
    }

    private static SipServletRequest place(RunningContainer running, String uri) throws Exception {
        SipApplicationSession session = running.deployment().factory().createApplicationSession();
        SipServletRequest invite = running.deployment().factory().createRequest(session, "INVITE",
                "sip:alice@127.0.0.1", uri);
        invite.getSession().setHandler("RecordingServlet");
        invite.send();
        return invite;
    }
}
