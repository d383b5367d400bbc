package org.callwright.media.codecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.callwright.media.judge.Audio;
import org.callwright.media.judge.Program;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * G.711 beside sox and ffmpeg: all codes decode to the same values. Their encoders differ from each other by how they
 * round; ours must never be farther off than either.
 */
class G711JudgeTest {

    private static final List<String> LINEAR = List.of("-t", "raw", "-e", "signed", "-b", "16", "-L");

    private static byte[] judge(String program, boolean encode, String law, byte[] input) {
        assumeTrue(Program.installed(program), program + " is not installed");
        if (program.equals("sox")) {
            List<String> coded = List.of("-t", law);
            return Program.run(Program.command(List.of("sox", "-D", "-V1", "-r", "8000", "-c", "1"),
                    encode ? LINEAR : coded, List.of("-"), encode ? coded : LINEAR, List.of("-")), input);
        }
        String format = law.equals("ul") ? "mulaw" : "alaw";
        return Program.run(List.of("ffmpeg", "-v", "error", "-f", encode ? "s16le" : format, "-ar", "8000", "-ac", "1",
                "-i", "pipe:0", "-f", encode ? format : "s16le", "pipe:1"), input);
    }

    private static short decode(String law, int code) {
        return law.equals("ul") ? G711.decodeUlaw((byte) code) : G711.decodeAlaw((byte) code);
    }

    private static byte encode(String law, short sample) {
        return law.equals("ul") ? G711.encodeUlaw(sample) : G711.encodeAlaw(sample);
    }

    @ParameterizedTest
    @CsvSource({"sox,ul", "sox,al", "ffmpeg,ul", "ffmpeg,al"})
    void allCodesShouldDecodeAsOthersDecodeThem(String program, String law) {
        byte[] codes = new byte[256];
        short[] ours = new short[256];
        for (int code = 0; code < 256; code++) {
            codes[code] = (byte) code;
            ours[code] = decode(law, code);
        }
        assertThat(ours).isEqualTo(Audio.samples(judge(program, false, law, codes)));
    }

    @ParameterizedTest
    @CsvSource({"sox,ul", "sox,al", "ffmpeg,ul", "ffmpeg,al"})
    void noSampleShouldBeEncodedFartherOffThanByOthers(String program, String law) {
        short[] samples = new short[65_536];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (i + Short.MIN_VALUE);
        }
        byte[] theirs = judge(program, true, law, Audio.bytes(samples));
        assertThat(theirs).hasSize(samples.length);
        for (int i = 0; i < samples.length; i++) {
            int ours = Math.abs(decode(law, encode(law, samples[i])) - samples[i]);
            assertThat(ours).as("sample %d", samples[i])
                    .isLessThanOrEqualTo(Math.abs(decode(law, theirs[i]) - samples[i]));
        }
    }
}
