package org.callwright.restcomm.audio;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.restcomm.World.ACME;
import static org.callwright.restcomm.World.GLOBEX;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.callwright.call.value.RecordingSid;
import org.callwright.media.codecs.file.GsmFileWriter;
import org.callwright.media.codecs.file.GsmFiles;
import org.callwright.media.codecs.file.TelephonyWav;
import org.callwright.media.spi.file.AudioStream;
import org.callwright.restcomm.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The audio, asked for by request lines as they are on the wire, so that nothing tidies them up on the way. */
class AudioTest {

    private static final String AUDIO = "0123456789";

    @TempDir
    Path folder;

    private World world;
    private RecordingSid sid;
    private String path;

    @BeforeEach
    void start() throws IOException {
        world = new World(folder);
        sid = world.archive.addRecording(ACME.sid(), 1).sid();
        path = "/restcomm/2012-04-24/Accounts/" + ACME.sid() + "/Recordings/" + sid;
        Files.writeString(folder.resolve(sid + ".wav"), AUDIO);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private String raw(String method, String target, String... headers) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", world.port())) {
            String lines = String.join("\r\n", List.of(headers)) + (headers.length > 0 ? "\r\n" : "");
            socket.getOutputStream().write((method + " " + target + " HTTP/1.1\r\nHost: voice.example\r\n"
                    + "Connection: close\r\n" + lines + "\r\n").getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    private static int status(String response) {
        return Integer.parseInt(response.substring(9, 12));
    }

    @Test
    void audioShouldBeThereWithoutCredentials() throws IOException {
        for (String url : List.of(path + ".wav", "/restcomm/recordings/" + sid + ".wav")) {
            String response = raw("GET", url);
            assertThat(status(response)).as(url).isEqualTo(200);
            assertThat(response).contains("Content-Type: audio/x-wav", "Content-Length: 10", "Accept-Ranges: bytes")
                    .endsWith("\r\n\r\n" + AUDIO);
            String head = raw("HEAD", url);
            assertThat(status(head)).isEqualTo(200);
            assertThat(head).contains("Content-Length: 10").endsWith("\r\n\r\n");
        }
    }

    @Test
    void wrongCredentialsShouldNotMatterForAudio() throws IOException {
        assertThat(status(raw("GET", path + ".wav", "Authorization: Basic bm9ib2R5Om5v"))).isEqualTo(200);
    }

    @Test
    void nothingElseShouldBeThereWithoutCredentials() throws IOException {
        for (String target : List.of(
                path, path + ".json", path + ".mp3", path + ".wa", path + "xwav", path + ".wav.json", path + ".wav/",
                path + ".wav;x=1", path + ";x=1.wav", path + "%2Ewav", path + ".%77av", path + ".WAV",
                path + ".wav%00", path + "%00.wav", path + ".json/.wav",
                path.replace("/Recordings/", "/Recordings/./") + ".wav",
                path.replace("/Recordings/", "/Calls/../Recordings/") + ".wav",
                path.replace("/Recordings/", "//Recordings/") + ".wav",
                path.replace("/Recordings/", "/Recordings%2F") + ".wav",
                path.replace("/Recordings/", "/recordings/") + ".wav",
                path.replace("/Recordings/", "/Recordings;a=b/") + ".wav",
                path.replace("RE0", "re0") + ".wav",
                path.replace("/Recordings/", "/Says/") + ".wav",
                "/restcomm/2012-04-24/Recordings/" + sid + ".wav",
                "/restcomm/2012-04-24/Accounts/" + ACME.sid() + "/Recordings")) {
            assertThat(status(raw("GET", target))).as(target).isIn(400, 401, 404);
            assertThat(raw("GET", target)).as(target).doesNotContain(AUDIO).doesNotContain("date_created");
        }
    }

    @Test
    void shortFormShouldNotLeaveItsFolder() throws IOException {
        Files.writeString(folder.resolve("secret.wav"), "secret");
        for (String target : List.of("/restcomm/recordings/", "/restcomm/recordings/secret.wav",
                "/restcomm/recordings/../recordings/" + sid + ".wav", "/restcomm/recordings/%2e%2e/secret.wav",
                "/restcomm/recordings/" + sid + ".wav/..%2fsecret.wav", "/restcomm/recordings/" + sid)) {
            assertThat(status(raw("GET", target))).as(target).isIn(400, 404);
            assertThat(raw("GET", target)).as(target).doesNotContain("secret\n").doesNotContain(AUDIO);
        }
    }

    @Test
    void otherMethodsShouldAskForCredentials() throws IOException {
        for (String method : List.of("DELETE", "POST", "PUT", "OPTIONS", "PATCH", "PROPFIND")) {
            assertThat(status(raw(method, path + ".wav", "Content-Length: 0"))).as(method).isEqualTo(401);
        }
        assertThat(folder.resolve(sid + ".wav")).exists();
        assertThat(status(raw("DELETE", "/restcomm/recordings/" + sid + ".wav"))).isIn(404, 405);
    }

    @Test
    void audioOfAnotherAccountsPathShouldNotBeFound() throws IOException {
        assertThat(status(raw("GET", path.replace(ACME.sid().value(), GLOBEX.sid().value()) + ".wav"))).isEqualTo(404);
    }

    @Test
    void missingRowOrFileShouldNotBeFound() throws IOException {
        RecordingSid withoutFile = world.archive.addRecording(ACME.sid(), 2).sid();
        RecordingSid withoutRow = new RecordingSid("RE" + "e".repeat(32));
        Files.writeString(folder.resolve(withoutRow + ".wav"), AUDIO);
        assertThat(status(raw("GET", path.replace(sid.value(), withoutFile.value()) + ".wav"))).isEqualTo(404);
        assertThat(status(raw("GET", path.replace(sid.value(), withoutRow.value()) + ".wav",
                "Authorization: Basic bm9ib2R5Om5v"))).isEqualTo(404);
    }

    @Test
    void rangesShouldBeServed() throws IOException {
        String part = raw("GET", path + ".wav", "Range: bytes=2-4");
        assertThat(status(part)).isEqualTo(206);
        assertThat(part).contains("Content-Range: bytes 2-4/10", "Content-Length: 3").endsWith("\r\n\r\n234");
        String beyond = raw("GET", path + ".wav", "Range: bytes=10-");
        assertThat(status(beyond)).isEqualTo(416);
        assertThat(beyond).contains("Content-Range: bytes */10");
        assertThat(raw("GET", path + ".wav", "Range: bytes=2-4", "If-Range: \"old\"")).endsWith(AUDIO);
    }

    @Test
    void knownAudioShouldNotBeSentAgain() throws IOException {
        String tag = raw("HEAD", path + ".wav").lines()
                .filter(line -> line.startsWith("ETag: ")).findFirst().orElseThrow().substring(6);
        String again = raw("GET", path + ".wav", "If-None-Match: \"x\", " + tag);
        assertThat(status(again)).isEqualTo(304);
        assertThat(again).endsWith("\r\n\r\n");
    }

    @Test
    void gsmRecordingShouldBeServedAsWavDecodedOnTheWayAndRaw() throws IOException {
        byte[] gsm = gsmRecording();
        byte[] wav = decoded();
        String response = raw("GET", path + ".wav");
        assertThat(response).contains("Content-Type: audio/x-wav", "Content-Length: " + wav.length)
                .endsWith("\r\n\r\n" + new String(wav, ISO_8859_1));
        assertThat(raw("HEAD", path + ".wav")).contains("Content-Length: " + wav.length).endsWith("\r\n\r\n");
        assertThat(raw("GET", path + ".wav", "Range: bytes=40-52"))
                .contains("Content-Range: bytes 40-52/" + wav.length)
                .endsWith("\r\n\r\n" + new String(wav, 40, 13, ISO_8859_1));
        assertThat(raw("GET", path + ".wav", "Range: bytes=-100"))
                .endsWith("\r\n\r\n" + new String(wav, wav.length - 100, 100, ISO_8859_1));
        for (String url : List.of(path + ".gsm", "/restcomm/recordings/" + sid + ".gsm")) {
            assertThat(raw("GET", url)).contains("Content-Type: audio/x-gsm", "Content-Length: " + gsm.length)
                    .endsWith("\r\n\r\n" + new String(gsm, ISO_8859_1));
        }
    }

    @Test
    void wavRecordingShouldNotBeThereAsGsm() throws IOException {
        assertThat(status(raw("GET", path + ".gsm"))).isEqualTo(404);
    }

    /** Replaces the recording's file; its bytes. */
    private byte[] gsmRecording() throws IOException {
        world.archive.asGsm(world.archive.recording(sid).orElseThrow());
        Files.delete(folder.resolve(sid + ".wav"));
        Path file = folder.resolve(sid + ".gsm");
        short[] tone = new short[1_600];
        for (int i = 0; i < tone.length; i++) {
            tone[i] = (short) (10_000 * Math.sin(i * 0.6));
        }
        try (GsmFileWriter writer = GsmFileWriter.create(file)) {
            writer.append(tone, 0, tone.length);
        }
        return Files.readAllBytes(file);
    }

    private byte[] decoded() throws IOException {
        Path file = folder.resolve("expected");
        try (AudioStream audio = new GsmFiles().open(folder.resolve(sid + ".gsm"))) {
            TelephonyWav.write(audio, file, 60);
        }
        return Files.readAllBytes(file);
    }
}
