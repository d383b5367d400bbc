package org.callwright.e2e.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Programs that we did not write and that make audio files; a test that needs one which is not there is skipped. */
final class Judge {

    private Judge() {
    }

    /**
     * Converts a file.
     *
     * @param ending of the file that comes out
     * @param command with {in} and {out} for the files
     */
    static byte[] convert(byte[] content, String ending, String... command) throws IOException, InterruptedException {
        assumeTrue(Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command[0]))), command[0] + " is not installed");
        Path folder = Files.createTempDirectory("judge");
        Path in = Files.write(folder.resolve("in.wav"), content);
        Path out = folder.resolve("out." + ending);
        try {
            List<String> words = Stream.of(command)
                    .map(word -> word.replace("{in}", in.toString()).replace("{out}", out.toString())).toList();
            Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
            return Files.readAllBytes(out);
        } finally {
            Files.delete(in);
            Files.deleteIfExists(out);
            Files.delete(folder);
        }
    }
}
