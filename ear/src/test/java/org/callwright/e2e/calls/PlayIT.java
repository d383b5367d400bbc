package org.callwright.e2e.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.e2e.calls.Line.SOON;
import static org.callwright.e2e.calls.Sounds.TOLERANCE;
import static org.callwright.e2e.calls.Sounds.assertTone;
import static org.callwright.e2e.calls.Sounds.ms;
import static org.callwright.e2e.calls.Sounds.tone;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.callwright.e2e.WebApp.Answer;
import org.callwright.phone.Phone;
import org.callwright.phone.PhoneCall;
import org.callwright.phone.media.Span;
import org.callwright.phone.media.Tones;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** The Play verb: audio files over HTTP, and what can't be played. */
@CallTests
@RunAsClient
class PlayIT {

    private static final int UNPLAYABLE = 13233;

    private static Line playing(String attributes, short[] samples) {
        return Line.answering("<Play " + attributes + ">{here}/sound.wav</Play>").sound("sound.wav", samples);
    }

    @Test
    void fileShouldBeHeardWhole() {
        try (Line line = playing("", tone(620, 2000)); Phone phone = Phone.udp("127.0.0.1")) {
            PhoneCall call = line.connect(phone).awaitHangup(SOON);
            assertTone(call.received(), 620, 2000);
            assertThat(line.asked("sound.wav").method()).isEqualTo("GET");
        }
    }

    @Test
    void fileOfAnotherSamplingRateShouldBeHeardAtItsPitch() {
        for (int rate : new int[] {22_050, 44_100}) {
            assertHeardFrom(rate);
        }
    }

    private static void assertHeardFrom(int rate) {
        try (Line line = Line.answering("<Play>{here}/sound.wav</Play>"); Phone phone = Phone.udp("127.0.0.1")) {
            line.page("sound.wav", Answer.of(200, "audio/x-wav", Sounds.wav(tone(900, 1000, rate), rate)));
            PhoneCall call = line.connect(phone).awaitHangup(SOON);
            assertTone(call.received(), 900, 1000);
        }
    }

    @Test
    void mp3ShouldBeHeardAtItsPitch() throws Exception {
        try (Line line = Line.answering("<Play>{here}/sound.mp3</Play>"); Phone phone = Phone.udp("127.0.0.1")) {
            byte[] wav = Sounds.wav(tone(900, 1000, 44_100), 44_100);
            line.page("sound.mp3", Answer.of(200, "audio/mpeg", Judge.convert(wav, "mp3", "ffmpeg", "-v", "error", "-i",
                    "{in}", "-c:a", "libmp3lame", "-b:a", "96k", "{out}")));
            PhoneCall call = line.connect(phone).awaitHangup(SOON);
            assertTone(call.received(), 900, 1000);
        }
    }

    @Test
    void gsmFileShouldBeHeard() throws Exception {
        try (Line line = Line.answering("<Play>{here}/sound.gsm</Play>"); Phone phone = Phone.udp("127.0.0.1")) {
            line.page("sound.gsm", Answer.of(200, "audio/x-gsm",
                    Judge.convert(Sounds.wav(tone(900, 1000), 8_000), "gsm", "sox", "{in}", "{out}")));
            PhoneCall call = line.connect(phone).awaitHangup(SOON);
            assertTone(call.received(), 900, 1000);
        }
    }

    @Test
    void loopShouldRepeatTheFile() {
        short[] beepAndPause = Sounds.join(tone(620, 400), Tones.silence(ms(200)));
        try (Line line = playing("loop='3'", beepAndPause); Phone phone = Phone.udp("127.0.0.1")) {
            PhoneCall call = line.connect(phone);
            for (int i = 0; i < 3; i++) {
                assertThat(call.awaitTone(620, ms(340), SOON).length()).isLessThan(ms(460));
                call.awaitSilence(ms(60), SOON);
            }
            call.awaitHangup(SOON);
            assertThat(call.received().findTone(620, ms(340), Duration.ofMillis(1700))).isEmpty();
        }
    }

    @Test
    void loopZeroShouldRepeatTheFileUntilTheCallerHangsUp() {
        try (Line line = playing("loop='0'", Sounds.join(tone(620, 300), Tones.silence(ms(100))));
                Phone phone = Phone.udp("127.0.0.1")) {
            PhoneCall call = line.connect(phone);
            for (int i = 0; i < 6; i++) {
                call.awaitTone(620, ms(240), SOON);
            }
            assertThat(call.hangup()).isEqualTo(200);
            line.records().ended("completed");
        }
    }

    @Test
    void filesShouldFollowEachOtherInOrder() {
        try (Line line = Line.answering("<Play>{here}/a</Play><Play>{here}/b</Play>")
                .sound("a", tone(500, 500)).sound("b", tone(800, 500)); Phone phone = Phone.udp("127.0.0.1")) {
            PhoneCall call = line.connect(phone).awaitHangup(SOON);
            Span first = call.received().longestTone(500).orElseThrow();
            Span second = call.received().longestTone(800).orElseThrow();
            assertThat(first.length()).isCloseTo(ms(500), TOLERANCE);
            assertThat(second.length()).isCloseTo(ms(500), TOLERANCE);
            assertThat(first.end()).isLessThanOrEqualTo(second.start().plusMillis(20));
        }
    }

    @Test
    void missingFileShouldEndTheCallWithANotification() {
        assertUnplayable(Answer.status(404));
    }

    @Test
    void fileThatIsNoAudioShouldBePassedByWithANotification() {
        assertPassedBy(Answer.of(200, "text/html", "<html>no music today</html>".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void fileThatOnlySaysItIsAudioShouldBePassedByWithANotification() {
        assertPassedBy(Answer.of(200, "audio/wav", "no music today".repeat(100).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void fileCutInItsHeaderShouldBePassedByWithANotification() {
        assertPassedBy(Answer.of(200, "audio/wav", Arrays.copyOf(Sounds.wav(tone(500, 500), 8000), 30)));
    }

    @Test
    void mp3ThatIsNoneShouldBePassedByWithANotification() {
        byte[] lies = "ID3 no music today".repeat(100).getBytes(StandardCharsets.UTF_8);
        assertPassedBy(Answer.of(200, "audio/mpeg", lies));
    }

    private static void assertUnplayable(Answer file) {
        try (Line line = beforeATone(file); Phone phone = Phone.udp("127.0.0.1")) {
            PhoneCall call = line.connect(phone).awaitHangup(SOON);
            assertThat(call.received().longestTone(700)).as("the next verb").isEmpty();
            assertNoted(line);
        }
    }

    private static void assertPassedBy(Answer file) {
        try (Line line = beforeATone(file); Phone phone = Phone.udp("127.0.0.1")) {
            assertTone(line.connect(phone).awaitHangup(SOON).received(), 700, 500);
            assertNoted(line);
        }
    }

    private static Line beforeATone(Answer file) {
        return Line.answering("<Play>{here}/sound.wav</Play><Play>{here}/next</Play>")
                .page("sound.wav", file).sound("next", tone(700, 500));
    }

    private static void assertNoted(Line line) {
        assertThat(line.records().notifications()).containsExactly(UNPLAYABLE);
        line.records().ended("completed");
    }
}
