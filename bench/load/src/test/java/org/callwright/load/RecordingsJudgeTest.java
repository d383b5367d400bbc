package org.callwright.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.Selector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.callwright.load.audio.MarkedFrame;
import org.callwright.load.audio.WavFile;
import org.callwright.load.rtp.Arrivals;
import org.callwright.load.rtp.MarkedStream;
import org.callwright.load.rtp.Punctuality;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stream that sent ten frames, and folders of recordings that hold them or not. */
class RecordingsJudgeTest {

    private static final int STREAM = 3;
    private static final int HEADER = 44;
    private static final int FRAME_BYTES = 2 * MarkedFrame.SAMPLES;

    @TempDir
    private Path folder;
    private Selector selector;
    private MarkedStream stream;

    @BeforeEach
    void send() throws IOException {
        selector = Selector.open();
        stream = new MarkedStream(STREAM, true, selector, new Arrivals(), new Punctuality());
        stream.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), stream.port()), 0);
        stream.send(9 * 20_000_000L);
    }

    @AfterEach
    void close() throws IOException {
        stream.close();
        selector.close();
    }

    @Test
    void aRecordingOfAllThatWasSentShouldBeExact() throws Exception {
        assertThat(judge(WavFile.marked(STREAM, 10))).containsEntry("exact", 1L).containsEntry("whole", 1L)
                .containsEntry("callsWithoutFile", 0L).containsEntry("leadFrames", 0L).containsEntry("trailFrames", 0L);
    }

    @Test
    void aRecordingThatBeginsLateShouldSayHowLate() throws Exception {
        byte[] all = WavFile.marked(STREAM, 10);
        byte[] late = Arrays.copyOf(all, HEADER + 8 * FRAME_BYTES);
        System.arraycopy(all, HEADER + 2 * FRAME_BYTES, late, HEADER, 8 * FRAME_BYTES);

        assertThat(judge(late)).containsEntry("exact", 0L).containsEntry("whole", 1L).containsEntry("leadFrames", 2L);
    }

    @Test
    void aRecordingThatEndsEarlyShouldSayHowEarly() throws Exception {
        assertThat(judge(WavFile.marked(STREAM, 7))).containsEntry("exact", 0L).containsEntry("trailFrames", 3L);
    }

    @Test
    void aCallWithoutARecordingShouldBeCounted() throws Exception {
        assertThat(judge(WavFile.marked(STREAM + 1, 10))).containsEntry("callsWithoutFile", 1L)
                .containsEntry("filesOfNoCall", 1).containsEntry("exact", 0L);
    }

    @Test
    void aFileThatIsNoWavShouldBeCounted() throws Exception {
        assertThat(judge(new byte[100])).containsEntry("unreadable", 1).containsEntry("callsWithoutFile", 1L);
    }

    private Map<String, Object> judge(byte[] file) throws IOException, InterruptedException {
        Files.write(folder.resolve("RE1.wav"), file);
        return RecordingsJudge.judge(folder, List.of(stream));
    }
}
