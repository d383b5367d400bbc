package org.callwright.phone.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Where the demonstration finds the server.
 *
 * @param sip host and port of the SIP socket
 * @param http base URL of the HTTP socket
 * @param number number that is called; its VoiceUrl must be {@code http://127.0.0.1:<webPort>/demo/voice}
 * @param wavFile where the recording is stored
 * @param stay whether the web application goes on serving afterwards, until the process is ended
 */
record DemoSettings(String sip, String http, String accountSid, String token, String number, int webPort, Path wavFile,
        boolean stay) {

    static final String USAGE = "usage: [--sip HOST:PORT] [--http URL] [--account SID] --token-file FILE "
            + "[--number NUMBER] [--web-port PORT] [--wav-out FILE] [--stay]; "
            + "the token may also come as CALLWRIGHT_DEMO_TOKEN";

    private static final String ADMINISTRATOR = "ACae6e420f425248d6a26948c17a9e2acf";

    /** @throws IllegalArgumentException for wrong usage */
    static DemoSettings read(List<String> arguments, Map<String, String> environment) throws IOException {
        String sip = "127.0.0.1:5080";
        String http = "http://127.0.0.1:8080";
        String account = ADMINISTRATOR;
        String token = environment.getOrDefault("CALLWRIGHT_DEMO_TOKEN", "");
        String number = "+15551000";
        int webPort = 8099;
        Path wav = Path.of("demo.wav");
        boolean stay = false;
        Iterator<String> words = arguments.iterator();
        while (words.hasNext()) {
            String word = words.next();
            if (word.equals("--stay")) {
                stay = true;
                continue;
            }
            if (!words.hasNext()) {
                throw new IllegalArgumentException(word + " needs a value");
            }
            String value = words.next();
            switch (word) {
                case "--sip" -> sip = value;
                case "--http" -> http = value.replaceAll("/+$", "");
                case "--account" -> account = value;
                case "--token-file" -> token = Files.readString(Path.of(value)).strip();
                case "--number" -> number = value;
                case "--web-port" -> webPort = Integer.parseInt(value);
                case "--wav-out" -> wav = Path.of(value);
                default -> throw new IllegalArgumentException("not understood: " + word);
            }
        }
        if (token.isEmpty()) {
            throw new IllegalArgumentException("the account's token is missing");
        }
        return new DemoSettings(sip, http, account, token, number, webPort, wav, stay);
    }

    @Override
    public String toString() {
        return "SIP " + sip + ", HTTP " + http + ", account " + accountSid + ", number " + number;
    }
}
