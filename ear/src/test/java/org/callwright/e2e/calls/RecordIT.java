package org.callwright.e2e.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.callwright.e2e.calls.Line.SOON;
import static org.callwright.e2e.calls.Sounds.assertTone;
import static org.callwright.e2e.calls.Sounds.ms;
import static org.callwright.e2e.calls.Sounds.tone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.callwright.e2e.ServerUnderTest;
import org.callwright.e2e.WebApp.Answer;
import org.callwright.e2e.WebApp.Request;
import org.callwright.phone.Phone;
import org.callwright.phone.PhoneCall;
import org.callwright.phone.media.Audio;
import org.callwright.phone.media.WavFile;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** The Record verb with each of its attributes. */
@CallTests
@RunAsClient
class RecordIT {

    /** What was recorded once the action has been asked. */
    private record Recorded(Request told, Audio audio) {

        double seconds() {
            return Double.parseDouble(told.parameter("RecordingDuration"));
        }
    }

    private static Line recording(String attributes) {
        return Line.answering("<Record action='{here}/recorded' " + attributes + "/>").page("recorded", "<Hangup/>");
    }

    private static Recorded recorded(Line line, PhoneCall call) {
        Request told = line.asked("recorded");
        call.awaitHangup(SOON);
        line.records().ended("completed");
        return new Recorded(told, line.records().audio());
    }

    @Test
    void anyKeyShouldEndARecordingByDefault() {
        try (Line line = recording(""); Phone phone = Phone.udp("127.0.0.1")) {
            PhoneCall call = line.connect(phone);
            call.awaitBeep(SOON);
            call.sendTone(440, ms(800)).sendDigits("5");

            Recorded recorded = recorded(line, call);
            assertThat(recorded.told().parameters()).containsEntry("Digits", "");
            assertTone(recorded.audio(), 440, 800);
        }
    }

    @Test
    void otherKeysThanTheFinishKeyShouldBeToldAsDigits() {
        try (Line line = recording("finishOnKey='#'"); Phone phone = Phone.udp("127.0.0.1")) {
            PhoneCall call = line.connect(phone);
            call.awaitBeep(SOON);
            call.sendDigits("12").sendTone(660, ms(700)).sendDigits("#");

            Recorded recorded = recorded(line, call);
            assertThat(recorded.told().parameters()).containsEntry("Digits", "12");
            assertTone(recorded.audio(), 660, 700);
        }
    }

    @Test
    void minusOneShouldLetNoKeyEndARecording() {
        try (Line line = recording("finishOnKey='-1' maxLength='3'"); Phone phone = Phone.udp("127.0.0.1")) {
            PhoneCall call = line.connect(phone);
            call.awaitBeep(SOON);
            call.sendDigits("1#*").queue(tone(440, 4000));

            Recorded recorded = recorded(line, call);
            assertThat(recorded.told().parameters()).containsEntry("Digits", "1#*");
            assertThat(recorded.seconds()).isCloseTo(3, within(0.1));
        }
    }

    @Test
    void silenceShouldEndARecording() {
        try (Line line = recording("timeout='1'"); Phone phone = Phone.udp("127.0.0.1")) {
            PhoneCall call = line.connect(phone);
            call.awaitBeep(SOON);
            call.sendTone(440, ms(1500));

            Recorded recorded = recorded(line, call);
            assertTone(recorded.audio(), 440, 1500);
            assertThat(recorded.seconds()).isBetween(1.5, 3.5);
        }
    }

    @Test
    void speechShouldKeepARecordingGoingBeyondTheTimeout() {
        try (Line line = recording("timeout='1' finishOnKey='#'"); Phone phone = Phone.udp("127.0.0.1")) {
            PhoneCall call = line.connect(phone);
            call.awaitBeep(SOON);
            for (int i = 0; i < 4; i++) {
                call.sendTone(440, ms(500)).sendSilence(ms(400));
            }
            call.sendDigits("#");

            Recorded recorded = recorded(line, call);
            assertThat(recorded.seconds()).isGreaterThan(3.5);
        }
    }

    @Test
    void longestLengthShouldEndARecording() {
        try (Line line = recording("maxLength='2'"); Phone phone = Phone.udp("127.0.0.1")) {
            PhoneCall call = line.connect(phone);
            call.awaitBeep(SOON);
            call.queue(tone(440, 4000));

            Recorded recorded = recorded(line, call);
            assertThat(recorded.seconds()).isCloseTo(2, within(0.1));
            assertThat(recorded.audio().length()).isCloseTo(ms(2000), ms(100));
        }
    }

    @Test
    void recordWithoutBeepShouldBeginAtOnce() {
        try (Line line = recording("playBeep='false'"); Phone phone = Phone.udp("127.0.0.1")) {
            PhoneCall call = line.connect(phone);
            call.sendSilence(ms(700)).sendTone(440, ms(1000)).sendDigits("1");

            Recorded recorded = recorded(line, call);
            assertTone(recorded.audio(), 440, 1000);
            assertThat(call.received().findBeep(ms(150), Duration.ZERO)).isEmpty();
        }
    }

    @Test
    void emptyRecordingShouldGoOnWithTheNextVerb() {
        try (Line line = Line.answering("<Record action='{here}/recorded' timeout='1'/><Play>{here}/next</Play>")
                .sound("next", tone(700, 600)); Phone phone = Phone.udp("127.0.0.1")) {
            PhoneCall call = line.connect(phone);
            call.awaitBeep(SOON);
            call.awaitTone(700, ms(500), SOON);
            call.awaitHangup(SOON);

            line.records().ended("completed");
            assertThat(line.times("recorded")).isZero();
            assertThat(line.records().recordings()).isEmpty();
        }
    }

    @Test
    void recordShouldKeepAudioWhenTheCallerHangsUp() {
        try (Line line = recording(""); Phone phone = Phone.udp("127.0.0.1")) {
            PhoneCall call = line.connect(phone);
            call.awaitBeep(SOON);
            call.sendTone(440, ms(1200));
            call.hangup();

            Request told = line.asked("recorded");
            assertThat(told.parameters()).containsEntry("Digits", "hangup").containsEntry("CallStatus", "completed");
            line.records().ended("completed");
            assertTone(line.records().audio(), 440, 1200);
        }
    }

    @Test
    void recordWithoutActionShouldAskTheDocumentItself() {
        try (Line line = Line.answering(Answer.rcml("<Record/>"), Answer.rcml("<Hangup/>"));
                Phone phone = Phone.udp("127.0.0.1")) {
            PhoneCall call = line.connect(phone);
            call.awaitBeep(SOON);
            call.sendTone(440, ms(600)).sendDigits("1");

            Request again = line.asked(2);
            assertThat(again.parameter("RecordingUrl")).endsWith(".wav");
            assertThat(again.parameter("CallSid")).isEqualTo(line.records().callSid());
            call.awaitHangup(SOON);
        }
    }

    @Test
    void methodGetShouldPutTheParametersIntoTheQuery() {
        try (Line line = recording("method='GET'"); Phone phone = Phone.udp("127.0.0.1")) {
            PhoneCall call = line.connect(phone);
            call.awaitBeep(SOON);
            call.sendTone(440, ms(600)).sendDigits("1");

            Request told = line.asked("recorded");
            assertThat(told.method()).isEqualTo("GET");
            assertThat(told.parameter("RecordingUrl")).endsWith(".wav");
            call.awaitHangup(SOON);
        }
    }

    @Test
    void fileShouldBePlayableWhileItGrows() {
        try (Line line = recording(""); Phone phone = Phone.udp("127.0.0.1")) {
            PhoneCall call = line.connect(phone);
            call.awaitBeep(SOON);
            call.queue(tone(1330, 5000));

            Path file = Eventually.find(() -> "a file with the tone of this call", () -> files().stream()
                    .filter(wav -> audio(wav).flatMap(audio -> audio.longestTone(1330)).isPresent()).findFirst());
            Duration early = audio(file).orElseThrow().length();
            Audio later = Eventually.find(() -> file + " grows beyond " + early,
                    () -> audio(file).filter(audio -> audio.length().compareTo(early.plusSeconds(1)) >= 0));
            assertThat(call.ended()).isFalse();
            assertThat(later.longestTone(1330).orElseThrow().length()).isGreaterThan(ms(900));
            call.hangup();
        }
    }

    private static List<Path> files() {
        try (Stream<Path> files = Files.list(ServerUnderTest.data().resolve("recordings"))) {
            return files.filter(file -> file.toString().endsWith(".wav")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a player would make of the file now; empty when it has just been made or was removed. */
    private static Optional<Audio> audio(Path file) {
        try {
            return Files.size(file) == 0 ? Optional.empty() : Optional.of(WavFile.read(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be played", e);
        }
    }
}
