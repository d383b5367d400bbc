package org.callwright.phone;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.callwright.phone.media.Audio;
import org.callwright.phone.media.WavFile;

/**
 * The command line: {@code call <sip uri> [--say-tone HZ] [--seconds N] [--digits KEYS] [--wait SECONDS] [--wav-out
 * FILE] [--tcp] [--local ADDRESS]}. Calls, sends the tone and the keys, listens until the far end hangs up or the wait
 * is over (10 s unless told), then hangs up. Prints one line per step; exit code 0 when the call was answered and ended
 * well, 1 when not, 2 for wrong usage.
 */
public final class PhoneMain {

    private static final String USAGE = "usage: call <sip uri> [--say-tone HZ] [--seconds N] [--digits KEYS] "
            + "[--wait SECONDS] [--wav-out FILE] [--tcp] [--local ADDRESS]";
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);

    private String uri = "";
    private String local = "127.0.0.1";
    private boolean tcp;
    private int toneHertz;
    private Duration toneLength = Duration.ofSeconds(3);
    private String digits = "";
    private Duration wait = Duration.ofSeconds(10);
    private String wavOut = "";

    private PhoneMain(List<String> arguments) {
        Iterator<String> words = arguments.iterator();
        if (!words.hasNext() || !words.next().equals("call")) {
            throw new IllegalArgumentException("the first word must be call");
        }
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "--say-tone" -> toneHertz = Integer.parseInt(value(words, word));
                case "--seconds" -> toneLength = seconds(value(words, word));
                case "--digits" -> digits = value(words, word);
                case "--wait" -> wait = seconds(value(words, word));
                case "--wav-out" -> wavOut = value(words, word);
                case "--local" -> local = value(words, word);
                case "--tcp" -> tcp = true;
                default -> {
                    if (!uri.isEmpty() || word.startsWith("-")) {
                        throw new IllegalArgumentException("not understood: " + word);
                    }
                    uri = word;
                }
            }
        }
        if (uri.isEmpty()) {
            throw new IllegalArgumentException("the SIP URI is missing");
        }
    }

    private static String value(Iterator<String> words, String option) {
        if (!words.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return words.next();
    }

    private static Duration seconds(String text) {
        return Duration.ofMillis(Math.round(Double.parseDouble(text) * 1000));
    }

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    static int run(List<String> arguments) {
        PhoneMain main;
        try {
            main = new PhoneMain(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(USAGE);
            return 2;
        }
        try {
            main.call();
            return 0;
        } catch (PhoneException | IllegalStateException | IOException e) {
            System.out.println("failed: " + e.getMessage());
            return 1;
        }
    }

    private void call() throws IOException {
        try (Phone phone = tcp ? Phone.tcp(local) : Phone.udp(local); PhoneCall call = phone.call(uri)) {
            step("calling " + uri + " from " + phone.uri());
            call.awaitAnswered(ANSWER_LIMIT);
            step("answered");
            if (toneHertz > 0) {
                call.sendTone(toneHertz, toneLength);
                step("sent " + toneHertz + " Hz for " + toneLength.toMillis() + " ms");
            }
            if (!digits.isEmpty()) {
                call.sendDigits(digits);
                step("sent " + digits.length() + " digits");
            }
            listenAndEnd(call);
            Audio heard = call.received();
            step("heard " + heard.length().toMillis() + " ms, " + call.statistics());
            if (!wavOut.isEmpty()) {
                WavFile.write(Path.of(wavOut), heard);
                step("wrote " + Path.of(wavOut).toAbsolutePath());
            }
        }
    }

    private void listenAndEnd(PhoneCall call) {
        if (call.hungUpByRemoteWithin(wait)) {
            step("the far end hung up");
        } else {
            int status = call.hangup();
            step("hung up, answered with " + status);
        }
    }

    private static void step(String text) {
        System.out.println(text);
    }
}
