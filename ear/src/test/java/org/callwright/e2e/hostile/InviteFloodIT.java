package org.callwright.e2e.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.callwright.e2e.AgainstServer;
import org.callwright.e2e.ServerUnderTest;
import org.callwright.e2e.calls.Line;
import org.callwright.e2e.hostile.ServerState.Outcome;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/**
 * A thousand INVITEs a second from one address for ten seconds, and others who call meanwhile. The tests call from
 * 127.0.0.1, which is the trunk's address here and therefore without limit; the flood comes from elsewhere. What a
 * source may send is much for a machine that has little time: then a call of another may be refused for overload, one
 * in ten.
 */
@AgainstServer
@RunAsClient
class InviteFloodIT {

    private static final String ATTACKER = "127.0.0.66";
    private static final int PER_SECOND = 1_000;
    private static final Duration FLOOD = Duration.ofSeconds(10);
    private static final Duration SERVED = Duration.ofSeconds(1);
    /** What one source may send at most in the time of a flood: twice the rate at once, and the rate. */
    private static final int MOST_ADMITTED = 100 * (2 + 15);

    private static void assertOthersAreServedDuring(InviteFlood flood) {
        long heap = ServerState.heap();
        List<Outcome> others = new ArrayList<>();
        long end = System.nanoTime() + FLOOD.toNanos();
        while (System.nanoTime() < end) {
            others.add(ServerState.tryOtherCall());
            ServerState.assertReadyAndAnsweringRest();
        }
        assertThat(flood.sent()).isGreaterThan(PER_SECOND * (int) FLOOD.toSeconds() * 9 / 10);
        List<Duration> waits = others.stream().filter(Outcome::served).map(Outcome::waited).sorted().toList();
        assertThat(waits).as("calls of others that were served, of " + others).hasSizeGreaterThan(5)
                .hasSizeGreaterThanOrEqualTo(others.size() * 9 / 10);
        assertThat(waits.get(waits.size() / 2)).as("half of the calls of others, of " + waits).isLessThan(SERVED);
        ServerState.assertHeapAsBefore(heap);
    }

    @Test
    void floodToANumberOfNobodyShouldBeLimited() {
        long before = ServerState.sipMetric("refused-limited");
        try (InviteFlood flood = InviteFlood.of(ATTACKER, PER_SECOND, InviteFlood.invite("+15559999", ATTACKER))) {
            assertOthersAreServedDuring(flood);
            assertThat(flood.answers()).containsKeys(404, 503);
        }
        assertThat(ServerState.sipMetric("refused-limited") - before).isGreaterThan(PER_SECOND * 5L);
    }

    @Test
    void floodToANumberShouldReachItsApplicationAtTheLimitOnly() {
        try (Line line = Line.answering("<Reject/>")) {
            try (InviteFlood flood =
                    InviteFlood.of(ATTACKER, PER_SECOND, InviteFlood.invite(line.number(), ATTACKER))) {
                assertOthersAreServedDuring(flood);
                assertThat(flood.answers()).containsKeys(503);
            }
            assertThat(line.times()).isBetween(1, MOST_ADMITTED);
        }
    }

    @Test
    void floodOfMalformedRequestsShouldBeAnsweredWithoutInternals() {
        String malformed = InviteFlood.invite("+15559999", ATTACKER).replace("CSeq: 1 INVITE", "CSeq: 99999999999 X");
        long before = ServerState.logLines();
        try (InviteFlood flood = InviteFlood.of(ATTACKER, PER_SECOND, malformed)) {
            assertOthersAreServedDuring(flood);
            assertThat(flood.answers()).containsOnlyKeys(400);
        }
        assertThat(ServerState.logLines() - before).isLessThan(40);
    }

    @Test
    void streamWithATooLargeMessageShouldBeAnswered513AndClosed() throws IOException {
        String huge = InviteFlood.invite("+15559999", "127.0.0.1").replace("UDP", "TCP").replace("{id}", "huge")
                .replace("Content-Length: 0", "Content-Length: 2000000000");
        try (Socket socket = new Socket(ServerUnderTest.sip().getAddress(), ServerUnderTest.sip().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(
                    huge.replace("{port}", "" + socket.getLocalPort()).getBytes(StandardCharsets.ISO_8859_1));
            String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(all).startsWith("SIP/2.0 513 Message Too Large");
        }
    }
}
