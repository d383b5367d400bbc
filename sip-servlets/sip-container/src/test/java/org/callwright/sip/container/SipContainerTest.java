package org.callwright.sip.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.callwright.sip.container.testing.Eventually.eventually;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.callwright.sip.container.application.ApplicationContext;
import org.callwright.sip.container.application.SipApplication;
import org.callwright.sip.container.testing.Dialogue;
import org.callwright.sip.container.testing.Phone;
import org.callwright.sip.container.testing.SipText;
import org.callwright.sip.container.testing.TcpPhone;
import org.callwright.sip.container.testing.UdpPhone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.restcomm.commons.statistics.reporter.RestcommStatsReporter;

class SipContainerTest {
    private final int port = RunningContainer.freePort();
    private final TestHost host = new TestHost();
    private SipContainer container;
    private SipDeployment deployment;
    private UdpPhone phone;

    @BeforeEach
    void startContainer() throws IOException {
        RecordingServlet.reset();
        container = new SipContainer(RunningContainer.config(port));
        container.start();
        deployment = container.deploy(
                SipApplication.of("test", RecordingServlet.class, List.of(RecordingServlet.class)), host);
        phone = new UdpPhone(port);
    }

    @AfterEach
    void stopContainer() {
        phone.close();
        container.stop();
    }

    @Test
    void callOverUdpShouldBeAnsweredAndEndedAndLeaveNoSession() throws Exception {
        callFromInviteToBye(phone);
    }

    @Test
    void callOverTcpShouldBeAnsweredAndEndedAndLeaveNoSession() throws Exception {
        try (TcpPhone tcp = new TcpPhone(port)) {
            callFromInviteToBye(tcp);
        }
    }

    @Test
    void listenerShouldHearThatTheServletIsInitialized() {
        assertThat(RecordingServlet.count("INITIALIZED")).isEqualTo(1);
    }

    @Test
    void retransmittedInviteShouldGetTheSameAnswerAndReachTheServletOnce() throws Exception {
        Dialogue call = new Dialogue(phone, port);
        String invite = call.invite();
        phone.send(invite);
        SipText first = phone.awaitStatus(200);
        phone.send(invite);
        SipText second = phone.awaitStatus(200);
        assertThat(second.toTag()).isEqualTo(first.toTag());
        assertThat(RecordingServlet.count("INVITE " + call.callId())).isEqualTo(1);
        phone.send(call.ack(first));
        phone.send(call.inDialog("BYE", first, ""));
        phone.await(message -> message.status() == 200 && message.method().equals("BYE"));
    }

    @Test
    void ackAndByeSentTogetherShouldReachTheServletInOrder() throws Exception {
        for (int i = 0; i < 50; i++) {
            Dialogue call = new Dialogue(phone, port);
            phone.send(call.invite());
            SipText ok = phone.await(message -> message.status() == 200 && message.method().equals("INVITE"));
            phone.send(call.ack(ok));
            phone.send(call.inDialog("BYE", ok, ""));
            phone.await(message -> message.status() == 200 && message.method().equals("BYE"));
            assertThat(RecordingServlet.EVENTS.stream().filter(event -> event.endsWith(call.callId())))
                    .containsExactly("INVITE " + call.callId(), "ACK " + call.callId(), "BYE " + call.callId());
        }
        eventually("all sessions end", () -> container.activeApplicationSessions() == 0);
    }

    @Test
    void cancelShouldEndTheInviteWith487() throws Exception {
        Dialogue call = new Dialogue(phone, port);
        phone.send(call.invite().replace("sip:alice@", "sip:ringing@"));
        phone.awaitStatus(180);
        phone.send(call.sameTransaction("CANCEL", "").replace("sip:alice@", "sip:ringing@"));
        phone.await(message -> message.status() == 200 && message.method().equals("CANCEL"));
        SipText terminated = phone.awaitStatus(487);
        phone.send(call.sameTransaction("ACK", terminated.toTag()).replace("sip:alice@", "sip:ringing@"));
        eventually("the servlet hears CANCEL", () -> RecordingServlet.count("CANCEL " + call.callId()) == 1);
        eventually("the session ends", () -> container.activeApplicationSessions() == 0);
    }

    @Test
    void cancelThatComesAfterTheAnswerShouldLeaveTheCallUp() throws Exception {
        Dialogue call = new Dialogue(phone, port);
        String invite = call.invite();
        String cancel = call.sameTransaction("CANCEL", "");
        phone.send(invite);
        SipText ok = phone.await(message -> message.status() == 200 && message.method().equals("INVITE"));
        phone.send(cancel);
        SipText answer = phone.await(message -> message.method().equals("CANCEL"));
        assertThat(answer.status()).isIn(200, 481);
        phone.send(call.ack(ok));
        phone.send(call.inDialog("BYE", ok, ""));
        phone.await(message -> message.status() == 200 && message.method().equals("BYE"));
        eventually("the session ends", () -> container.activeApplicationSessions() == 0);
    }

    @Test
    void lateOfferShouldBringTheAnswerInTheAck() throws Exception {
        Dialogue call = new Dialogue(phone, port);
        phone.send(call.initial("INVITE", ""));
        SipText ok = phone.awaitStatus(200);
        assertThat(ok.body()).contains("m=audio");
        phone.send(call.ack(ok, Dialogue.SDP));
        eventually("ACK with SDP", () -> RecordingServlet.count("ACK+SDP " + call.callId()) == 1);
        phone.send(call.inDialog("BYE", ok, ""));
        phone.await(message -> message.status() == 200 && message.method().equals("BYE"));
    }

    @Test
    void optionsShouldBeAnsweredByTheContainerWhenTheServletDoesNotTakeThem() throws Exception {
        phone.send(new Dialogue(phone, port).initial("OPTIONS", ""));
        SipText answer = phone.receive();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("Allow: INVITE");
        assertThat(container.activeApplicationSessions()).isZero();
    }

    @Test
    void requestInAnUnknownDialogShouldBeAnswered481() throws Exception {
        SipText stranger = new SipText("SIP/2.0 200 OK\r\nTo: <sip:a@b>;tag=nobody\r\nContact: <sip:a@127.0.0.1:"
                + port + ">\r\nCSeq: 1 INVITE\r\n\r\n");
        phone.send(new Dialogue(phone, port).inDialog("BYE", stranger, ""));
        assertThat(phone.receive().status()).isEqualTo(481);
    }

    @Test
    void byeWithoutATagShouldBeAnswered481AndNeverReachTheApplication() throws Exception {
        Dialogue call = new Dialogue(phone, port);
        phone.send(call.initial("BYE", ""));
        assertThat(phone.receive().status()).isEqualTo(481);
        assertThat(RecordingServlet.count("BYE " + call.callId())).isZero();
        assertThat(container.activeApplicationSessions()).isZero();
    }

    @Test
    void drainShouldRefuseNewCallsAndLetRunningOnesEnd() throws Exception {
        Dialogue running = new Dialogue(phone, port);
        phone.send(running.invite());
        SipText ok = phone.awaitStatus(200);
        phone.send(running.ack(ok));

        container.suspend();
        Dialogue refused = new Dialogue(phone, port);
        phone.send(refused.invite());
        SipText refusal = phone.awaitStatus(503);
        assertThat(refusal.header("Retry-After")).contains("5");
        phone.send(refused.sameTransaction("ACK", refusal.toTag()));
        phone.send(new Dialogue(phone, port).initial("OPTIONS", ""));
        phone.await(message -> message.status() == 503 && message.method().equals("OPTIONS"));
        assertThat(RecordingServlet.count("INVITE " + refused.callId())).isZero();
        assertThat(container.statistics().refusedDraining()).isEqualTo(2);

        phone.send(running.inDialog("INFO", ok, ""));
        phone.await(message -> message.status() == 200 && message.method().equals("INFO"));
        phone.send(running.inDialog("BYE", ok, ""));
        phone.await(message -> message.status() == 200 && message.method().equals("BYE"));

        container.resume();
        callFromInviteToBye(phone);
    }

    @Test
    void withoutAnApplicationCallsShouldBeRefused() throws Exception {
        deployment.close();
        assertThat(host.attributes()).isEmpty();
        Dialogue call = new Dialogue(phone, port);
        phone.send(call.invite());
        SipText refusal = phone.awaitStatus(503);
        phone.send(call.sameTransaction("ACK", refusal.toTag()));
        container.deploy(SipApplication.of("test", RecordingServlet.class, List.of()), host);
        callFromInviteToBye(phone);
    }

    @Test
    void garbageShouldNotHarmTheContainer() throws Exception {
        phone.send(new byte[0]);
        phone.send("\r\n\r\n");
        phone.send("hello world");
        phone.send("INVITE sip:x SIP/2.0\r\nnonsense\r\n\r\n");
        phone.send("INVITE\0\0\0");
        phone.send("SIP/2.0 200 OK\r\n\r\n");
        byte[] noise = new byte[9000];
        new Random(1).nextBytes(noise);
        phone.send(noise);
        phone.send(new Dialogue(phone, port).invite().replaceFirst("Call-ID: .*\r\n", ""));
        phone.send(new Dialogue(phone, port).invite().replaceFirst("CSeq: .*\r\n", "CSeq: x\r\n"));
        phone.send(new Dialogue(phone, port).invite().replaceFirst("Content-Length: .*\r\n", "Content-Length: -5\r\n"));
        phone.send("X".repeat(60_000));
        callFromInviteToBye(phone);
    }

    @Test
    void malformedStreamShouldNotHarmOtherConnections() throws Exception {
        try (TcpPhone broken = new TcpPhone(port); TcpPhone good = new TcpPhone(port)) {
            broken.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n" + "\0".repeat(2000) + "\r\n\r\n");
            broken.send("INVITE sip:x SIP/2.0\r\nContent-Length: 99999999\r\n\r\n");
            callFromInviteToBye(good);
        }
    }

    @Test
    void takenPortShouldFailTheStartWithTransportAddressAndPort() throws Exception {
        container.stop();
        try (DatagramSocket taken = new DatagramSocket(port, InetAddress.getLoopbackAddress())) {
            container = new SipContainer(RunningContainer.config(port));
            assertThatThrownBy(container::start).isInstanceOf(SipContainerException.class)
                    .hasMessageContaining("sip-udp").hasMessageContaining("UDP 127.0.0.1:" + port);
        }
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            container = new SipContainer(RunningContainer.config(port));
            assertThatThrownBy(container::start).isInstanceOf(SipContainerException.class)
                    .hasMessageContaining("sip-tcp").hasMessageContaining("TCP 127.0.0.1:" + port);
        }
        container = new SipContainer(RunningContainer.config(port));
        container.start();
        container.deploy(SipApplication.of("test", RecordingServlet.class, List.of()), host);
        callFromInviteToBye(phone);
    }

    @Test
    void stopShouldFreeSocketsAndThreads() throws Exception {
        callFromInviteToBye(phone);
        try (TcpPhone tcp = new TcpPhone(port)) {
            callFromInviteToBye(tcp);
        }
        container.stop();
        new DatagramSocket(port, InetAddress.getLoopbackAddress()).close();
        new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
        eventually("threads of the container end: " + sipThreads(), () -> sipThreads().isEmpty());
    }

    @Test
    void statisticsShouldCountWhatPassed() throws Exception {
        callFromInviteToBye(phone);
        assertThat(container.statistics().requestsIn()).containsEntry("INVITE", 1L).containsEntry("BYE", 1L);
        assertThat(container.statistics().responsesOut()).containsEntry("2xx", 2L);
    }

    @Test
    void usageReportingShouldNotExist() {
        assertThat(RestcommStatsReporter.class.getProtectionDomain()
                .getCodeSource().getLocation().getPath()).contains("sip-container");
        assertThatThrownBy(() -> Class.forName("org.restcomm.commons.statistics.sender.RestcommStatsSender"))
                .isInstanceOf(ClassNotFoundException.class);
        assertThatThrownBy(() -> Class.forName("org.apache.http.client.HttpClient"))
                .isInstanceOf(ClassNotFoundException.class);
        assertThat(Thread.getAllStackTraces().keySet()).noneMatch(thread -> thread.getName().contains("metrics")
                || thread.getName().contains("reporter") || thread.getName().contains("stats"));
    }

    private void callFromInviteToBye(Phone caller) throws IOException {
        Dialogue call = new Dialogue(caller, port);
        caller.send(call.invite());
        SipText ok = caller.await(message -> message.status() == 200 && message.method().equals("INVITE"));
        assertThat(ok.header("Call-ID")).contains(call.callId());
        assertThat(ok.contact()).contains("127.0.0.1:" + port);
        caller.send(call.ack(ok));
        caller.send(call.inDialog("BYE", ok, ""));
        caller.await(message -> message.status() == 200 && message.method().equals("BYE"));
        eventually("the session ends", () -> container.activeApplicationSessions() == 0
                && container.activeSipSessions() == 0);
    }

    private static List<String> sipThreads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName)
                .filter(name -> name.matches("(?i).*(sip|mss|nist|udp|tcp).*")).toList();
    }

    @Test
    void applicationThatCannotKeepUpShouldKeepItsCallsAndGetNoNewOnes() throws Exception {
        Dialogue call = new Dialogue(phone, port);
        phone.send(call.invite());
        SipText ok = phone.awaitStatus(200);
        phone.send(call.ack(ok));
        host.attributes().put(ApplicationContext.OVERLOADED, (BooleanSupplier) () -> true);

        Dialogue another = new Dialogue(phone, port);
        phone.send(another.invite());
        SipText refusal = phone.awaitStatus(503);
        assertThat(refusal.header("Retry-After")).isNotEmpty();
        phone.send(call.inDialog("BYE", ok, ""));
        phone.await(message -> message.status() == 200 && message.method().equals("BYE"));
        assertThat(RecordingServlet.count("INVITE " + another.callId())).isZero();
        assertThat(container.statistics().refusedOverloaded()).isEqualTo(1);
    }
}
