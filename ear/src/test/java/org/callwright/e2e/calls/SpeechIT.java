package org.callwright.e2e.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.e2e.calls.Line.SOON;
import static org.callwright.e2e.calls.Sounds.assertTone;
import static org.callwright.e2e.calls.Sounds.tone;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.JsonObject;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.callwright.e2e.ServerUnderTest;
import org.callwright.e2e.WebApp;
import org.callwright.e2e.WebApp.Answer;
import org.callwright.phone.Phone;
import org.callwright.phone.PhoneCall;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/**
 * Who speaks a Say. The build sets up a speech service of the operator, named vendor, for two languages that no other
 * test uses: eo, which nobody else speaks, and eu, which espeak-ng speaks too.
 */
@CallTests
@RunAsClient
class SpeechIT {

    private final WebApp service = ServerUnderTest.webApp();

    @Test
    void serviceOfTheOperatorShouldSpeak() {
        service.answer("/speech/eo", Answer.of(200, "audio/wav", Sounds.wav(tone(620, 1500, 22_050), 22_050)));
        try (Line line = Line.answering("<Say language='eo' voice='woman'>Saluton</Say>");
                Phone phone = Phone.udp("127.0.0.1")) {
            PhoneCall call = line.connect(phone).awaitHangup(SOON);
            assertTone(call.received(), 620, 1500);
            assertThat(service.await("/speech/eo", 1, SOON).headers()).containsEntry("X-key", "token-of-the-vendor");
            JsonObject say = line.records().says(1).get(0);
            assertThat(say.getString("provider")).isEqualTo("vendor");
            assertThat(say.getString("voice")).isEqualTo("Zamenhof");
            assertThat(say.getString("status")).isEqualTo("completed");
        }
    }

    @Test
    void nextProviderShouldSpeakWhenTheServiceFails() {
        assumeEspeak();
        service.answer("/speech/eu", Answer.status(503));
        try (Line line = Line.answering("<Say language='eu'>Kaixo mundua, egun on</Say>");
                Phone phone = Phone.udp("127.0.0.1")) {
            PhoneCall call = line.connect(phone);
            call.awaitSpeech(SOON);
            call.awaitHangup(SOON);
            service.await("/speech/eu", 1, SOON);
            assertThat(line.records().says(1).get(0).getString("provider")).isEqualTo("espeak-ng");
        }
    }

    @Test
    void mandarinAndJapaneseShouldBeSpoken() {
        assumeEspeak();
        try (Line line = Line.answering("<Say language='zh-cn' voice='woman'>您的验证码是472</Say>"
                + "<Say language='ja-jp' voice='woman'>認証コードは472です</Say>"); Phone phone = Phone.udp("127.0.0.1")) {
            PhoneCall call = line.connect(phone);
            call.awaitSpeech(SOON);
            call.awaitHangup(SOON);
            List<JsonObject> says = line.records().says(2);
            assertThat(says).extracting(say -> say.getString("voice"))
                    .containsExactlyInAnyOrder("cmn-latn-pinyin+f3", "ja+f3");
            assertThat(says).extracting(say -> say.getString("status")).containsOnly("completed");
        }
    }

    private static void assumeEspeak() {
        assumeTrue(Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "espeak-ng"))), "espeak-ng is not installed");
    }
}
