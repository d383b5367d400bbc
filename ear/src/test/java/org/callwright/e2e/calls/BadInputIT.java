package org.callwright.e2e.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.callwright.e2e.calls.Line.SOON;
import static org.callwright.e2e.calls.Sounds.ms;
import static org.callwright.e2e.calls.Sounds.tone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.callwright.e2e.WebApp.Answer;
import org.callwright.e2e.WebApp.Request;
import org.callwright.phone.Phone;
import org.callwright.phone.PhoneCall;
import org.callwright.phone.sip.SipMessage;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** Documents and applications that are broken or hostile: each call ends by the failure table, with a notification. */
@CallTests
@RunAsClient
class BadInputIT {

    private static final int UNREADABLE = 12100;
    private static final int INVALID_URL = 11100;
    private static final int IO_FAILURE = 11205;
    private static final int PROTOCOL = 11206;
    private static final int UNPLAYABLE = 13233;
    private static final int NOT_FOUND = 21402;

    private static Answer xml(String text) {
        return Answer.of(200, "text/xml", text.getBytes(StandardCharsets.UTF_8));
    }

    /** The call is refused unanswered and the owner is told why. */
    private static SipMessage assertRefused(Line line, int status, int notification) {
        try (Phone phone = Phone.udp("127.0.0.1")) {
            PhoneCall call = line.call(phone);
            assertThat(call.awaitFinal(SOON)).isEqualTo(status);
            line.records().ended("failed");
            assertThat(line.records().notifications()).contains(notification);
            return call.lastResponse().orElseThrow();
        }
    }

    @Test
    void malformedXmlShouldRefuseTheCall() {
        try (Line line = Line.answering(xml("<Response><Say>Hello</Response>"))) {
            SipMessage refusal = assertRefused(line, 500, UNREADABLE);
            assertThat(refusal.header("Reason").orElse("")).contains("Problem_to_parse_downloaded_RCML");
        }
    }

    @Test
    void documentTypeDeclarationShouldBeRefused() {
        try (Line line = Line.answering(xml("<!DOCTYPE Response><Response><Say>Hello</Say></Response>"))) {
            assertRefused(line, 500, UNREADABLE);
        }
    }

    @Test
    void externalEntityShouldBeRefusedAndNeverFetched() {
        try (Line line = Line.answering("")) {
            line.page("secret", "<Say>secret</Say>").voice(xml("<!DOCTYPE r [<!ENTITY x SYSTEM '" + line.url("secret")
                    + "'>]><Response><Say>&x;</Say></Response>"));
            assertRefused(line, 500, UNREADABLE);
            assertThat(line.times("secret")).isZero();
        }
    }

    @Test
    void entitiesThatMultiplyShouldBeRefused() {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE r [<!ENTITY a0 'laughter '>");
        for (int i = 1; i < 12; i++) {
            bomb.append("<!ENTITY a").append(i).append(" '").append(("&a" + (i - 1) + ";").repeat(10)).append("'>");
        }
        try (Line line = Line.answering(xml(bomb + "]><Response><Say>&a11;</Say></Response>"))) {
            assertRefused(line, 500, UNREADABLE);
        }
    }

    @Test
    void hugeDocumentShouldBeRefused() {
        try (Line line = Line.answering(xml("<Response><!--" + " ".repeat(2_000_000) + "--><Reject/></Response>"))) {
            assertRefused(line, 500, PROTOCOL);
        }
    }

    /** The call is answered, then hung up, and the owner is told why. */
    private static void assertHungUp(Line line, int notification) {
        try (Phone phone = Phone.udp("127.0.0.1")) {
            line.connect(phone).awaitHangup(SOON);
            line.records().ended("completed");
            assertThat(line.records().notifications()).containsExactly(notification);
        }
    }

    @Test
    void malformedActionDocumentShouldHangUp() {
        try (Line line = Line.answering("<Redirect>{here}/broken</Redirect>")
                .page("broken", xml("<Response><Say>Hello</Response>"))) {
            assertHungUp(line, UNREADABLE);
        }
    }

    @Test
    void missingDocumentShouldBeNotFound() {
        try (Line line = Line.answering(Answer.status(404))) {
            assertRefused(line, 404, NOT_FOUND);
        }
    }

    @Test
    void failingApplicationShouldRefuseTheCall() {
        try (Line line = Line.answering(Answer.status(500))) {
            assertRefused(line, 500, PROTOCOL);
        }
    }

    @Test
    void hangingApplicationShouldRefuseTheCallInTime() {
        try (Line line = Line.answering(Answer.rcml("<Reject/>").after(Duration.ofSeconds(12)))) {
            long start = System.nanoTime();
            assertRefused(line, 500, IO_FAILURE);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(11));
        }
    }

    @Test
    void missingActionShouldEndAnAnsweredCallWithoutTheFallback() {
        try (Line line = Line.falling(Answer.status(404), Answer.rcml("<Reject/>"))) {
            line.sound("a", tone(500, 300))
                    .voice(line.rcml("<Play>{here}/a</Play><Redirect>{here}/missing</Redirect>"));
            assertHungUp(line, NOT_FOUND);
            assertThat(line.timesFallback()).isZero();
        }
    }

    @Test
    void fallbackShouldBeAskedWhenTheApplicationFails() {
        try (Line line = Line.falling(Answer.status(500), Answer.rcml("")); Phone phone = Phone.udp("127.0.0.1")) {
            line.sound("a", tone(500, 500)).fallback("<Play>{here}/a</Play>");
            PhoneCall call = line.connect(phone);
            call.awaitTone(500, ms(450), SOON);
            call.awaitHangup(SOON);

            Request fallback = line.askedFallback();
            assertThat(fallback.parameters()).containsEntry("CallSid", line.records().callSid())
                    .containsEntry("ErrorCode", String.valueOf(PROTOCOL)).containsEntry("To", line.number());
            line.records().ended("completed");
            assertThat(line.records().notifications()).containsExactly(PROTOCOL);
        }
    }

    @Test
    void failingFallbackShouldRefuseTheCall() {
        try (Line line = Line.falling(Answer.status(500), Answer.status(404))) {
            assertRefused(line, 404, NOT_FOUND);
        }
    }

    @Test
    void redirectToTheMetadataAddressShouldBeRefused() {
        assertRedirectRefused("http://169.254.169.254/latest/meta-data/");
    }

    @Test
    void redirectToAPrivateAddressShouldBeRefused() {
        assertRedirectRefused("http://10.0.0.1/");
    }

    @Test
    void redirectToAFileShouldBeRefused() {
        assertRedirectRefused("file:///etc/passwd");
    }

    private static void assertRedirectRefused(String location) {
        try (Line line = Line.answering(Answer.redirect(location))) {
            assertRefused(line, 500, INVALID_URL);
        }
    }

    @Test
    void internalAddressShouldBeRefusedBeforeAnyConnection() throws IOException {
        try (ServerSocket internal = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.2"))) {
            String url = "http://127.0.0.2:" + internal.getLocalPort() + "/";
            try (Line line = Line.answering(Answer.redirect(url))) {
                assertRefused(line, 500, INVALID_URL);
            }
            try (Line line = Line.answering("<Play>" + url + "</Play>")) {
                assertHungUp(line, UNPLAYABLE);
            }
            try (Line line = Line.answering("<Redirect>" + url + "</Redirect>")) {
                assertHungUp(line, INVALID_URL);
            }
            internal.setSoTimeout(200);
            assertThatThrownBy(internal::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }
}
