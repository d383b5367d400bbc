package org.callwright.media.tts.espeak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A shell script in the place of espeak-ng, which notes its options and its input and does what it is told. */
final class FakeProgram {

    private final Path folder;
    private final Path script;

    private FakeProgram(Path folder, String action) {
        this.folder = folder;
        this.script = folder.resolve("espeak");
        try {
            Files.writeString(script, "#!/bin/sh\nif [ \"$1\" = --version ]; then"
                    + " echo 'eSpeak NG text-to-speech: 1.99  Data at: /'; exit 0; fi\n"
                    + "printf '%s\\n' \"$@\" > '" + folder + "/options'\ncat > '" + folder + "/input'\n"
                    + action + "\n");
            script.toFile().setExecutable(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FakeProgram doing(Path folder, String action) {
        return new FakeProgram(folder, action);
    }

    /** Writes one second of 22050 Hz with the made-up lengths that the real program writes. */
    static FakeProgram speaking(Path folder) {
        byte[] wav = wav(22_050);
        try {
            Files.write(folder.resolve("wav"), wav);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return doing(folder, "cat '" + folder + "/wav'");
    }

    private static byte[] wav(int samples) {
        ByteBuffer wav = ByteBuffer.allocate(44 + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(0x7ffff024)
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16).putShort((short) 1).putShort((short) 1)
                .putInt(22_050).putInt(44_100).putShort((short) 2).putShort((short) 16)
                .put("data".getBytes(StandardCharsets.US_ASCII)).putInt(0x7ffff000);
        for (int i = 0; i < samples; i++) {
            wav.putShort((short) (10_000 * Math.sin(2 * Math.PI * 440 * i / 22_050)));
        }
        return wav.array();
    }

    EspeakProvider provider(Duration limit, Transcriber... transcribers) {
        return new EspeakProvider(script.toString(), limit, List.of(transcribers));
    }

    EspeakProvider provider() {
        return provider(Duration.ofSeconds(10));
    }

    List<String> options() throws IOException {
        return Files.readAllLines(folder.resolve("options"));
    }

    String input() throws IOException {
        return Files.readString(folder.resolve("input"));
    }
}
