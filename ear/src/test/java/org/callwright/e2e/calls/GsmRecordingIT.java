package org.callwright.e2e.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.e2e.calls.Line.SOON;
import static org.callwright.e2e.calls.Sounds.assertTone;
import static org.callwright.e2e.calls.Sounds.ms;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.callwright.e2e.ServerUnderTest;
import org.callwright.e2e.WebApp.Answer;
import org.callwright.phone.Phone;
import org.callwright.phone.PhoneCall;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** An account whose recordings are GSM files: everybody who expects a WAV gets one. */
@CallTests
@RunAsClient
class GsmRecordingIT {

    @Test
    void recordingShouldBeKeptAsGsmServedAsBothAndPlayable() throws Exception {
        try (Line line = Line.answeringForGsm("<Record action='{here}/recorded' finishOnKey='#'/>");
                Phone phone = Phone.udp("127.0.0.1")) {
            line.page("recorded", "<Hangup/>");
            PhoneCall call = line.connect(phone);
            call.awaitBeep(SOON);
            call.sendTone(660, ms(1_500)).sendDigits("#");
            String path = URI.create(line.asked("recorded").parameter("RecordingUrl")).getPath();
            call.awaitHangup(SOON);

            assertThat(path).endsWith(".wav");
            assertTone(Records.parse(fetched(path)), 660, 1_500);
            byte[] gsm = fetched(path.replace(".wav", ".gsm"));
            Path file = ServerUnderTest.data().resolve("recordings")
                    .resolve(Path.of(path.replace(".wav", ".gsm")).getFileName());
            assertThat(file).hasBinaryContent(gsm);
            assertThat(Files.exists(file.resolveSibling(Path.of(path).getFileName()))).isFalse();
            assertTone(Records.parse(Judge.convert(gsm, "wav", "sox", "-t", "gsm", "{in}", "-b", "16", "{out}")),
                    660, 1_500);

            line.page("again.gsm", Answer.of(200, "audio/x-gsm", gsm))
                    .voice(line.rcml("<Play>{here}/again.gsm</Play>"));
            assertTone(line.connect(phone).awaitHangup(SOON).received(), 660, 1_500);
        }
    }

    private static byte[] fetched(String path) {
        HttpResponse<byte[]> file = ServerUnderTest.anonymous().getBytes(path);
        assertThat(file.statusCode()).as(path).isEqualTo(200);
        return file.body();
    }
}
