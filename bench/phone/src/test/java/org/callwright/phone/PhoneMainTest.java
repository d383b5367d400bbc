package org.callwright.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.phone.TwoPhones.SOON;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.callwright.phone.media.Tones;
import org.callwright.phone.media.WavFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class PhoneMainTest {

    @RegisterExtension
    final TwoPhones phones = TwoPhones.udp();

    @TempDir
    Path folder;

    @Test
    void callShouldSendToneAndDigitsAndKeepWhatItHeard() throws IOException {
        Path wav = folder.resolve("heard.wav");
        CompletableFuture<Integer> status = CompletableFuture.supplyAsync(() -> PhoneMain.run(List.of("call",
                phones.called.uri(), "--say-tone", "440", "--seconds", "0.5", "--digits", "12#",
                "--wav-out", wav.toString())));
        PhoneCall call = phones.called.awaitCall(SOON);
        call.awaitAnswered(SOON);
        call.queue(Tones.sine(800, Duration.ofMillis(400)));
        call.awaitTone(440, Duration.ofMillis(450), SOON);
        call.awaitDigits("12#", SOON);
        call.awaitSent().hangup();
        assertThat(status.join()).isZero();
        assertThat(WavFile.read(wav).findTone(800, Duration.ofMillis(300), Duration.ZERO)).isPresent();
    }

    @Test
    void refusedCallShouldFail() {
        phones.called.onInvite(Answering.reject(404));
        assertThat(PhoneMain.run(List.of("call", phones.called.uri()))).isEqualTo(1);
    }

    @Test
    void wrongUsageShouldBeTold() {
        assertThat(PhoneMain.run(List.of())).isEqualTo(2);
        assertThat(PhoneMain.run(List.of("call"))).isEqualTo(2);
        assertThat(PhoneMain.run(List.of("call", "sip:x@y", "--digits"))).isEqualTo(2);
        assertThat(PhoneMain.run(List.of("call", "sip:x@y", "--loud"))).isEqualTo(2);
        assertThat(PhoneMain.run(List.of("call", "sip:x@y", "--seconds", "many"))).isEqualTo(2);
    }
}
