package org.callwright.e2e.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.callwright.e2e.RestClient;
import org.callwright.e2e.ServerUnderTest;
import org.callwright.e2e.calls.Line;
import org.callwright.e2e.calls.Records;
import org.callwright.phone.Phone;
import org.callwright.phone.PhoneCall;
import org.jboss.as.controller.client.ModelControllerClient;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;

/** What hostile input must leave as it is: readiness, REST, other calls, memory and the log. */
final class ServerState {

    /** More than all calls of a test class need, and less than one that keeps what it is sent. */
    private static final long MOST_GROWTH = 200 << 20;

    /** What Reject without a reason makes of a call. */
    private static final int DECLINED = 603;

    private ServerState() {
    }

    /** Bytes of the heap in use behind a collection. */
    static long heap() {
        ModelNode memory = Operations.createAddress("core-service", "platform-mbean", "type", "memory");
        execute(Operations.createOperation("gc", memory));
        return execute(Operations.createReadAttributeOperation(memory, "heap-memory-usage")).get("used").asLong();
    }

    static void assertHeapAsBefore(long before) {
        assertThat(heap() - before).as("growth of the heap in bytes").isLessThan(MOST_GROWTH);
    }

    static long sipMetric(String name) {
        return execute(Operations.createReadAttributeOperation(
                Operations.createAddress("subsystem", "sip-servlets"), name)).asLong();
    }

    private static ModelNode execute(ModelNode operation) {
        int port = Integer.parseInt(System.getenv("CALLWRIGHT_MANAGEMENT_PORT"));
        try (ModelControllerClient management = ModelControllerClient.Factory.create("127.0.0.1", port)) {
            ModelNode outcome = management.execute(operation);
            assertThat(Operations.isSuccessfulOutcome(outcome)).as(outcome.toString()).isTrue();
            return Operations.readResult(outcome);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void assertReadyAndAnsweringRest() {
        assertThat(ServerUnderTest.management().get("/health/ready").statusCode()).isEqualTo(200);
        RestClient rest = ServerUnderTest.account();
        assertThat(rest.get(Records.ACCOUNT + "/Calls.json?PageSize=1").statusCode()).isEqualTo(200);
    }

    /** How a call ended, and how long it took until then. */
    record Outcome(int status, Duration waited) {

        boolean served() {
            return status == DECLINED;
        }
    }

    /** Somebody else's call, whose document refuses it: how long that takes. */
    static Duration otherCall() {
        Outcome outcome = tryOtherCall();
        assertThat(outcome.status()).isEqualTo(DECLINED);
        return outcome.waited();
    }

    static Outcome tryOtherCall() {
        try (Line line = Line.answering("<Reject/>"); Phone phone = Phone.udp("127.0.0.1")) {
            long start = System.nanoTime();
            PhoneCall call = line.call(phone);
            int status = call.awaitFinal(Line.SOON);
            return new Outcome(status, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    /** Lines of the server's log so far, besides those that tell how a call ended. */
    static long logLines() {
        try (Stream<String> lines = Files.lines(log(), StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> !line.contains("CWENG300")).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path log() {
        return Path.of(System.getProperty("e2e.base"), "log", "server.log");
    }
}
