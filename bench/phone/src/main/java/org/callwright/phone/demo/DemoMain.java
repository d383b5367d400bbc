package org.callwright.phone.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callwright.phone.Phone;
import org.callwright.phone.PhoneCall;
import org.callwright.phone.PhoneException;
import org.callwright.phone.media.Audio;
import org.callwright.phone.media.Span;
import org.callwright.phone.media.WavFile;

/**
 * The demonstration: serves the RCML, calls the number, waits for the beep, sends a tone, presses #, hears the thanks,
 * and then fetches the recording over the REST API and looks for the tone in it. Exit code 0 when the tone is there, 1
 * when anything failed, 2 for wrong usage.
 */
public final class DemoMain {

    private static final int TONE_HERTZ = 440;
    private static final Duration TONE = Duration.ofSeconds(2);
    private static final Duration TONE_TOLERANCE = Duration.ofMillis(100);
    private static final Duration STEP_LIMIT = Duration.ofSeconds(30);
    private static final int RECORDING_POLLS = 40;
    private static final long POLL_MILLIS = 250;

    private final DemoSettings settings;
    private final DemoApplication application;

    private DemoMain(DemoSettings settings, DemoApplication application) {
        this.settings = settings;
        this.application = application;
    }

    public static void main(String[] arguments) throws InterruptedException {
        int status = run(List.of(arguments), System.getenv());
        System.exit(status);
    }

    static int run(List<String> arguments, Map<String, String> environment) throws InterruptedException {
        DemoSettings settings;
        try {
            settings = DemoSettings.read(arguments, environment);
        } catch (IllegalArgumentException | IOException e) {
            System.err.println(e instanceof IOException ? "can't read the token file " + e.getMessage()
                    : e.getMessage());
            System.err.println(DemoSettings.USAGE);
            return 2;
        }
        try (DemoApplication application = DemoApplication.start(settings.webPort(), DemoMain::served)) {
            say("demo against " + settings);
            say("the application answers at " + application.voiceUrl());
            new DemoMain(settings, application).run();
            say("demo passed");
            if (settings.stay()) {
                say("the application goes on serving; call sip:" + settings.number() + "@" + settings.sip());
                Thread.currentThread().join();
            }
            return 0;
        } catch (PhoneException | IOException | IllegalArgumentException e) {
            say("demo failed: " + e.getMessage());
            return 1;
        }
    }

    private void run() throws IOException, InterruptedException {
        call();
        String callSid = application.lastParameters(DemoApplication.RECORDED)
                .map(parameters -> parameters.get("CallSid"))
                .orElseThrow(() -> new IOException("the server did not tell the application of the recording"));
        RecordingsClient recordings = new RecordingsClient(settings.http(), settings.accountSid(), settings.token());
        Map<?, ?> recording = awaitRecording(recordings, callSid);
        say("the recording, as the REST API tells it:\n" + Json.pretty(recording));
        byte[] wav = recordings.wav((String) recording.get("sid"));
        Files.write(settings.wavFile(), wav);
        Audio audio = WavFile.parse(wav);
        say(String.format("%s: %.2f s", settings.wavFile().toAbsolutePath(), audio.length().toMillis() / 1000.0));
        check(audio);
    }

    private void call() {
        String uri = "sip:" + settings.number() + "@" + settings.sip();
        try (Phone phone = Phone.udp("127.0.0.1"); PhoneCall call = phone.call(uri)) {
            say("calling " + uri);
            call.awaitAnswered(STEP_LIMIT);
            say("answered");
            Span beep = call.awaitBeep(STEP_LIMIT);
            say("heard the beep, " + beep.start().toMillis() + " ms into the call");
            call.sendTone(TONE_HERTZ, TONE);
            call.sendDigits("#");
            say("sent " + TONE_HERTZ + " Hz for " + TONE.toMillis() + " ms and pressed #");
            call.awaitHangup(STEP_LIMIT);
            say("the server hung up");
        }
    }

    private static Map<?, ?> awaitRecording(RecordingsClient recordings, String callSid)
            throws IOException, InterruptedException {
        for (int poll = 0; poll < RECORDING_POLLS; poll++) {
            Optional<Map<?, ?>> recording = recordings.completedRecording(callSid);
            if (recording.isPresent()) {
                return recording.get();
            }
            Thread.sleep(POLL_MILLIS);
        }
        throw new IOException("no completed recording of the call after " + RECORDING_POLLS * POLL_MILLIS + " ms");
    }

    private static void check(Audio audio) throws IOException {
        Duration found = audio.longestTone(TONE_HERTZ).map(Span::length).orElse(Duration.ZERO);
        say("the recording holds " + found.toMillis() + " ms of " + TONE_HERTZ + " Hz");
        if (found.minus(TONE).abs().compareTo(TONE_TOLERANCE) > 0) {
            throw new IOException("expected " + TONE.toMillis() + " ms of the tone");
        }
    }

    private static void served(String text) {
        say("served " + text.strip());
    }

    private static void say(String text) {
        System.out.println(text);
        System.out.flush();
    }
}
