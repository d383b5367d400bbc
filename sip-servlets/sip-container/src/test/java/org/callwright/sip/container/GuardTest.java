package org.callwright.sip.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.callwright.sip.container.guard.SourceLimit;
import org.callwright.sip.container.testing.Dialogue;
import org.callwright.sip.container.testing.SipText;
import org.callwright.sip.container.testing.TcpPhone;
import org.callwright.sip.container.testing.UdpPhone;
import org.junit.jupiter.api.Test;

/** What the guard in front of the stack does with messages that are too many, too large or unreadable. */
class GuardTest {

    @Test
    void requestsAboveTheRateOfTheirSourceShouldGet503WithoutATransaction() throws Exception {
        try (RunningContainer running = new RunningContainer(
                config -> config.withSourceLimit(SourceLimit.of(5, "")).withRetryAfter(Duration.ofSeconds(7)));
                UdpPhone phone = new UdpPhone(running.port())) {
            for (int i = 0; i < 100; i++) {
                phone.send(new Dialogue(phone, running.port()).initial("OPTIONS", ""));
            }
            Map<Integer, Integer> statuses = new TreeMap<>();
            for (int i = 0; i < 100; i++) {
                SipText answer = phone.receive();
                statuses.merge(answer.status(), 1, Integer::sum);
                if (answer.status() == 503) {
                    assertThat(answer.header("Retry-After")).contains("7");
                    assertThat(answer.toTag()).endsWith("-busy");
                }
            }
            assertThat(statuses.keySet()).containsExactlyInAnyOrder(200, 503);
            assertThat(statuses.get(200)).isBetween(10, 20);
            assertThat(running.container().statistics().refusedLimited()).isEqualTo(statuses.get(503).longValue());
            assertThat(running.container().activeTransactions()).isLessThanOrEqualTo(statuses.get(200));
        }
    }

    @Test
    void callThatIsUpShouldGoOnAndCopiesOfItsInviteShouldBeAbsorbedAboveTheRate() throws Exception {
        try (RunningContainer running = new RunningContainer(config -> config.withSourceLimit(SourceLimit.of(1, "")));
                UdpPhone phone = new UdpPhone(running.port())) {
            Dialogue call = new Dialogue(phone, running.port());
            String invite = call.invite();
            phone.send(invite);
            SipText ok = phone.await(message -> message.status() == 200 && message.method().equals("INVITE"));
            for (int i = 0; i < 20; i++) {
                phone.send(new Dialogue(phone, running.port()).initial("OPTIONS", ""));
            }
            phone.awaitStatus(503);
            phone.send(invite);
            SipText copy = phone.await(message -> message.method().equals("INVITE"));
            assertThat(copy.status()).isEqualTo(200);
            assertThat(copy.toTag()).isEqualTo(ok.toTag());
            phone.send(call.ack(ok));
            phone.send(call.inDialog("BYE", ok, ""));
            phone.await(message -> message.status() == 200 && message.method().equals("BYE"));
            running.awaitNoSession();
        }
    }

    @Test
    void connectionWithATooLargeMessageShouldBeAnswered513AndClosed() throws Exception {
        try (RunningContainer running = new RunningContainer(config -> config)) {
            for (String length : List.of("65530", "65536", "1000000", "2147483647")) {
                try (TcpPhone phone = new TcpPhone(running.port())) {
                    phone.send(withContentLength(new Dialogue(phone, running.port()).initial("OPTIONS", ""), length));
                    assertThat(phone.receive().status()).as(length).isEqualTo(513);
                    assertThatThrownBy(phone::receive).as(length).isInstanceOf(IOException.class);
                }
            }
            assertStillAnswers(running);
        }
    }

    @Test
    void connectionWithAnUnreadableMessageShouldBeClosed() throws Exception {
        try (RunningContainer running = new RunningContainer(config -> config)) {
            for (String length : List.of("-1", "99999999999", "many", "1".repeat(500))) {
                try (TcpPhone phone = new TcpPhone(running.port())) {
                    phone.send(withContentLength(new Dialogue(phone, running.port()).initial("OPTIONS", ""), length));
                    assertThatThrownBy(phone::receive).as(length).isInstanceOf(EOFException.class);
                }
            }
            assertStillAnswers(running);
        }
    }

    private static String withContentLength(String message, String length) {
        return message.replaceAll("Content-Length: *\\d+", "Content-Length: " + length);
    }

    private static void assertStillAnswers(RunningContainer running) throws IOException {
        try (TcpPhone phone = new TcpPhone(running.port())) {
            phone.send(new Dialogue(phone, running.port()).initial("OPTIONS", ""));
            assertThat(phone.receive().status()).isEqualTo(200);
        }
    }

    @Test
    void reasonOfABadRequestShouldNameTheHeaderAndShowNothingOfTheParser() throws Exception {
        try (RunningContainer running = new RunningContainer(config -> config);
                UdpPhone phone = new UdpPhone(running.port())) {
            String good = new Dialogue(phone, running.port()).initial("OPTIONS", "");
            assertThat(reason(phone, good.replaceFirst("CSeq: *\\d+", "CSeq: 99999999999")))
                    .isEqualTo("SIP/2.0 400 Bad Request (malformed CSeq)");
            assertThat(reason(phone, good.replaceFirst("Content-Length: *\\d+", "Content-Length: -7")))
                    .isEqualTo("SIP/2.0 400 Bad Request (malformed Content-Length)");
            assertThat(reason(phone, good.replaceFirst("OPTIONS sip:\\S+ SIP", "OPTIONS <> SIP")))
                    .isEqualTo("SIP/2.0 400 Bad Request (malformed request line)");
        }
    }

    private static String reason(UdpPhone phone, String message) throws IOException {
        phone.send(message);
        return phone.receive().text().lines().findFirst().orElseThrow();
    }
}
