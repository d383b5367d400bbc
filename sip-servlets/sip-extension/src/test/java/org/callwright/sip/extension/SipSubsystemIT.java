package org.callwright.sip.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.sip.container.testing.Eventually.eventually;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.callwright.sip.container.testing.Dialogue;
import org.callwright.sip.container.testing.Phone;
import org.callwright.sip.container.testing.SipText;
import org.callwright.sip.container.testing.TcpPhone;
import org.callwright.sip.container.testing.UdpPhone;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The subsystem in a real server, one after the other as an operator would: boot, deploy, call, suspend, redeploy, and
 * at last a boot with the SIP port taken.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SipSubsystemIT {
    private final Server server = new Server();
    private Path ear;

    @BeforeAll
    void boot() throws Exception {
        ear = Archives.ear("probe.ear", Map.of());
        server.configure();
        server.start();
    }

    @AfterAll
    void shutdown() throws Exception {
        server.close();
    }

    @Test
    @Order(1)
    void serverShouldBootCleanAndAnswerOptionsBeforeAnythingIsDeployed() throws Exception {
        assertThat(server.log()).contains("WFLYSRV0025").contains("CWSIP2001").doesNotContain(" ERROR ");
        try (Phone phone = new UdpPhone(server.sipPort())) {
            phone.send(new Dialogue(phone, server.sipPort()).initial("OPTIONS", ""));
            assertThat(phone.receive().status()).isEqualTo(200);
        }
    }

    @Test
    @Order(2)
    void deployedServletShouldHaveEverythingInjectedAndSeeItsNames() throws Exception {
        assertDeployed(server.deploy(ear));
        try (Phone phone = new UdpPhone(server.sipPort())) {
            SipText ok = call(phone);
            assertThat(ok.header("X-Inject")).contains("hello");
            assertThat(ok.header("X-Ejb")).contains("1");
            assertThat(ok.header("X-Ejb-Factory")).contains("true");
            assertThat(ok.header("X-Constructed")).contains("true");
            assertThat(ok.header("X-Resource")).contains("true");
            assertThat(ok.header("X-Attribute")).contains("true");
            assertThat(ok.header("X-Jndi")).contains("probe/probe-web/true/true");
            assertThat(ok.header("X-Listener")).contains("hello");
            assertThat(ok.header("X-Loader")).contains("true");
            assertThat(ok.header("X-Remote")).contains(phone.sentBy());
        }
        try (Phone phone = new TcpPhone(server.sipPort())) {
            assertThat(call(phone).header("X-Ejb")).contains("2");
        }
    }

    @Test
    @Order(3)
    void metricsShouldShowTheCalls() throws Exception {
        assertThat(server.metric("requests-received").get("INVITE").asLong()).isGreaterThanOrEqualTo(2);
        assertThat(server.metric("responses-sent").get("2xx").asLong()).isGreaterThanOrEqualTo(4);
        assertThat(server.metric("application").asString()).isEqualTo("probe");
        eventually("sessions end", Duration.ofSeconds(60), () -> number("active-application-sessions") == 0);
    }

    @Test
    @Order(4)
    void suspendShouldRefuseNewCallsUntilResume() throws Exception {
        try (Phone phone = new UdpPhone(server.sipPort())) {
            Dialogue running = new Dialogue(phone, server.sipPort());
            phone.send(running.invite());
            SipText ok = phone.await(message -> message.status() == 200);
            phone.send(running.ack(ok));
            ModelNode suspend = Server.operation("suspend");
            suspend.get("suspend-timeout").set(1);
            server.execute(suspend);
            Dialogue refused = new Dialogue(phone, server.sipPort());
            phone.send(refused.invite());
            SipText refusal = phone.awaitStatus(503);
            assertThat(refusal.header("Retry-After")).isPresent();
            phone.send(refused.sameTransaction("ACK", refusal.toTag()));
            assertThat(server.metric("suspended").asBoolean()).isTrue();
            phone.send(running.inDialog("BYE", ok, ""));
            phone.await(message -> message.status() == 200 && message.method().equals("BYE"));
            server.execute("resume");
            call(phone);
        }
    }

    @Test
    @Order(5)
    void redeployShouldLeaveNoClassOfTheOldApplication() throws Exception {
        for (int i = 0; i < 5; i++) {
            server.undeploy(ear);
            assertDeployed(server.deploy(ear));
            try (Phone phone = new UdpPhone(server.sipPort())) {
                assertThat(call(phone).header("X-Ejb")).contains("1");
            }
        }
        server.undeploy(ear);
        try (Phone phone = new UdpPhone(server.sipPort())) {
            Dialogue late = new Dialogue(phone, server.sipPort());
            phone.send(late.invite());
            SipText refusal = phone.awaitStatus(503);
            phone.send(late.sameTransaction("ACK", refusal.toTag()));
        }
        eventually("old classes are collected", Duration.ofSeconds(60),
                () -> server.instances("ProbeServlet$LoadMarker") == 0);
    }

    @Test
    @Order(6)
    void descriptorShouldOverrideAnnotations() throws Exception {
        Path named = Archives.ear("named.ear", Map.of("sip.xml", """
                <sip-app xmlns="http://www.jcp.org/xml/ns/sipservlet" version="1.1">
                  <app-name>probe</app-name>
                  <servlet-selection><main-servlet>described</main-servlet></servlet-selection>
                  <servlet>
                    <servlet-name>described</servlet-name>
                    <servlet-class>org.callwright.sip.extension.app.ProbeServlet</servlet-class>
                    <load-on-startup>1</load-on-startup>
                  </servlet>
                </sip-app>
                """));
        assertDeployed(server.deploy(named));
        assertThat(server.log()).contains("main servlet described");
        try (Phone phone = new UdpPhone(server.sipPort())) {
            call(phone);
        }
        server.undeploy(named);
    }

    @Test
    @Order(7)
    void unreadableDescriptorShouldFailTheDeploymentWithItsReason() throws Exception {
        Path broken = Archives.ear("broken.ear", Map.of("sip.xml",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
                        + "<sip-app><app-name>&e;</app-name></sip-app>"));
        ModelNode answer = server.deploy(broken);
        assertThat(answer.get("outcome").asString()).isEqualTo("failed");
        assertThat(answer.toString()).contains("CWSIP2501");
        server.execute("remove", "deployment", "broken.ear");
    }

    @Test
    @Order(8)
    void bootShouldNameTheSocketThatIsTaken() throws Exception {
        server.close();
        try (DatagramSocket taken = new DatagramSocket(server.sipPort(), InetAddress.getLoopbackAddress())) {
            server.start();
            assertThat(server.log()).contains("CWSIP2002").contains("UDP 127.0.0.1:" + taken.getLocalPort())
                    .contains("WFLYSRV0026");
        }
    }

    private SipText call(Phone phone) throws IOException {
        Dialogue call = new Dialogue(phone, server.sipPort());
        phone.send(call.invite());
        SipText ok = phone.await(message -> message.status() >= 200 && message.method().equals("INVITE"));
        assertThat(ok.status()).isEqualTo(200);
        phone.send(call.ack(ok));
        phone.send(call.inDialog("BYE", ok, ""));
        phone.await(message -> message.status() == 200 && message.method().equals("BYE"));
        return ok;
    }

    private long number(String metric) {
        try {
            return server.metric(metric).asLong();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertDeployed(ModelNode answer) {
        assertThat(answer.get("outcome").asString()).as(answer.toString()).isEqualTo("success");
    }
}
