package org.callwright.media.jsr309;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.callwright.media.spi.AnsweredBy;
import org.callwright.media.spi.AudioFormat;
import org.callwright.media.spi.AudioSegment;
import org.callwright.media.spi.Joinable.Direction;
import org.callwright.media.spi.MachineDetection;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaFailure;
import org.callwright.media.spi.MediaGroup;
import org.callwright.media.spi.MediaMixer;
import org.callwright.media.spi.MediaServer;
import org.callwright.media.spi.MediaServerConfig;
import org.callwright.media.spi.MediaSession;
import org.callwright.media.spi.NetworkConnection;
import org.callwright.media.spi.PlayRequest;
import org.callwright.media.spi.PlayResult;
import org.callwright.media.spi.RecordRequest;
import org.callwright.media.spi.RecordResult;
import org.callwright.media.spi.RecordedAudio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the bridge asks of an implementation, and in which order; and what the API has nothing for. */
class Jsr309SessionTest {

    private static final AudioSegment.Silence SECOND = new AudioSegment.Silence(Duration.ofSeconds(1));

    @TempDir
    static Path folder;
    private static StandInDriver driver;
    private MediaServer server;
    private MediaSession session;
    private NetworkConnection connection;
    private MediaGroup group;
    private final CompletableFuture<Duration> silence = new CompletableFuture<>();

    @BeforeAll
    static void compile() {
        driver = new StandInDriver(folder);
    }

    @BeforeEach
    void open() throws MediaException {
        server = driver.start(new MediaServerConfig(InetAddress.getLoopbackAddress(), "127.0.0.1", 24_600, 24_699,
                Duration.ofMillis(300)));
        session = server.createMediaSession("CA-test");
        connection = session.createNetworkConnection(silence::complete);
        group = session.createMediaGroup();
        StandInFactory.NOTES.clear();
    }

    @AfterEach
    void close() {
        server.close();
        StandInDriver.closeEngines();
    }

    private static <T> T result(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private static String offer(String format) {
        return "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio 24998 RTP/AVP "
                + format + "\r\n";
    }

    private void joined() throws MediaException {
        group.join(Direction.DUPLEX, connection);
        StandInFactory.NOTES.clear();
    }

    private void answered() throws Exception {
        result(connection.sdpPortManager().processSdpOffer(offer("0")));
    }

    private CompletionStage<PlayResult> play(AudioSegment segment) {
        return group.player().play(new PlayRequest(List.of(segment), 1));
    }

    @Test
    void joinShouldBringSignalsOnce() throws Exception {
        group.join(Direction.DUPLEX, connection);
        group.join(Direction.DUPLEX, connection);
        assertThat(StandInFactory.NOTES).containsExactly(
                "group.join(DUPLEX, connection)", "receiveSignals(-1)", "group.join(DUPLEX, connection)");
    }

    @Test
    void joinAskedOfTheConnectionShouldBeThatOfItsGroupOrMixer() throws Exception {
        MediaMixer mixer = session.createMediaMixer();
        connection.join(Direction.SEND, group);
        connection.join(Direction.RECV, mixer);
        connection.unjoin(mixer);
        connection.unjoin(group);
        assertThat(StandInFactory.NOTES).containsExactly("group.join(RECV, connection)", "receiveSignals(-1)",
                "mixer.join(SEND, connection)", "mixer.unjoin(connection)", "group.join(DUPLEX, connection)",
                "group.unjoin(connection)");
    }

    @Test
    void memberOfAMixerShouldHearItsGroupWhileThatPlaysAndWhenItHasLeft() throws Exception {
        joined();
        answered();
        MediaMixer mixer = session.createMediaMixer();
        mixer.join(Direction.SEND, connection);
        result(play(new AudioSegment.Tone(500, -10, Duration.ofMillis(40))));
        mixer.unjoin(connection);

        assertThat(StandInFactory.NOTES).containsExactly("mixer.join(SEND, connection)",
                "group.join(DUPLEX, connection)", "player.play(1)", "mixer.join(SEND, connection)",
                "mixer.unjoin(connection)", "group.join(DUPLEX, connection)");
    }

    @Test
    void mixerThatIsReleasedShouldLetItsMembersGo() throws Exception {
        joined();
        MediaMixer mixer = session.createMediaMixer();
        mixer.join(Direction.DUPLEX, connection);
        StandInFactory.NOTES.clear();
        mixer.release();
        mixer.release();
        assertThat(StandInFactory.NOTES).containsExactly("mixer.unjoin(connection)", "group.join(DUPLEX, connection)");
    }

    @Test
    void secondRecorderShouldBeThatOfASecondGroupThatOnlyReceives(@TempDir Path files) throws Exception {
        joined();
        CompletionStage<RecordResult> live = group.liveRecorder().record(new RecordRequest(
                files.resolve("live.wav"), false, Duration.ofMinutes(1), Duration.ZERO));
        assertThat(StandInFactory.NOTES).containsExactly("group.join(RECV, connection)");
        group.liveRecorder().stop();
        assertThat(result(live).reason()).isEqualTo(RecordResult.Reason.STOPPED);
    }

    @Test
    void joiningWhatIsOfAnotherSessionShouldBeRefused() throws Exception {
        MediaSession other = server.createMediaSession("CA-other");
        NetworkConnection others = other.createNetworkConnection(ignored -> { });
        assertThatThrownBy(() -> group.join(Direction.DUPLEX, others)).isInstanceOfSatisfying(MediaException.class,
                e -> assertThat(e.failure()).isEqualTo(MediaFailure.INTERNAL));
    }

    @Test
    void streamThatFailsShouldBeToldAsSilence() throws Exception {
        joined();
        answered();
        assertThat(result(silence)).isEqualTo(Duration.ofMillis(300));
    }

    @Test
    void refusedOfferShouldSayWhy() throws Exception {
        joined();
        assertThatThrownBy(() -> result(connection.sdpPortManager().processSdpOffer(offer("18"))))
                .isInstanceOf(ExecutionException.class).cause()
                .isInstanceOfSatisfying(MediaException.class,
                        e -> assertThat(e.failure()).isEqualTo(MediaFailure.SDP_NOT_ACCEPTABLE))
                .hasMessageStartingWith("the media server refused: ");
    }

    @Test
    void repetitionsShouldBePlayedAsOneListAndEndlessOnesUntilTheyAreStopped() throws Exception {
        joined();
        answered();
        AudioSegment beep = new AudioSegment.Tone(500, -10, Duration.ofMillis(20));
        PlayResult thrice = result(group.player().play(new PlayRequest(List.of(beep), 3)));
        assertThat(thrice.reason()).isEqualTo(PlayResult.Reason.COMPLETED);
        assertThat(thrice.played()).isGreaterThanOrEqualTo(Duration.ofMillis(40));
        assertThat(StandInFactory.NOTES).containsExactly("player.play(3)");

        CompletionStage<PlayResult> endless = group.player().play(new PlayRequest(List.of(beep), 0));
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (StandInFactory.NOTES.size() < 5 && System.nanoTime() < deadline) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(StandInFactory.NOTES).hasSizeGreaterThanOrEqualTo(5).endsWith("player.play(1)");
        assertThat(endless.toCompletableFuture()).isNotDone();
        group.player().stop();
        assertThat(result(endless).reason()).isEqualTo(PlayResult.Reason.STOPPED);
    }

    @Test
    void requestsShouldWaitForTheirTurn() throws Exception {
        joined();
        answered();
        CompletionStage<PlayResult> first = play(new AudioSegment.Tone(500, -10, Duration.ofMillis(500)));
        CompletionStage<PlayResult> second = play(new AudioSegment.Silence(Duration.ofMillis(20)));
        assertThat(StandInFactory.NOTES).containsExactly("player.play(1)");
        assertThat(result(second).reason()).isEqualTo(PlayResult.Reason.COMPLETED);
        assertThat(first.toCompletableFuture()).isCompleted();
        assertThat(StandInFactory.NOTES).containsExactly("player.play(1)", "player.play(1)");
    }

    @Test
    void releaseShouldStopEverythingAndNothingBeginAfterIt(@TempDir Path files) throws Exception {
        joined();
        CompletionStage<PlayResult> playing = play(SECOND);
        CompletionStage<PlayResult> waiting = play(SECOND);
        CompletionStage<RecordResult> recording = group.recorder().record(new RecordRequest(
                files.resolve("r.wav"), false, Duration.ofMinutes(1), Duration.ZERO));
        assertThat(server.statistics().playersActive()).isEqualTo(1);
        assertThat(server.statistics().recordersActive()).isEqualTo(1);
        session.release();
        session.release();

        assertThat(result(playing).reason()).isEqualTo(PlayResult.Reason.STOPPED);
        assertThat(result(waiting).reason()).isEqualTo(PlayResult.Reason.STOPPED);
        assertThat(result(recording).reason()).isEqualTo(RecordResult.Reason.STOPPED);
        assertThat(server.statistics().sessionsActive()).isZero();
        assertThat(server.statistics().playersActive()).isZero();
        assertThat(server.statistics().recordersActive()).isZero();
        assertThat(StandInFactory.NOTES).containsOnlyOnce("session.release");
        assertThat(result(play(SECOND)).reason()).isEqualTo(PlayResult.Reason.STOPPED);
        assertThatThrownBy(() -> result(connection.sdpPortManager().generateSdpOffer()))
                .isInstanceOf(ExecutionException.class).cause()
                .isInstanceOfSatisfying(MediaException.class,
                        e -> assertThat(e.failure()).isEqualTo(MediaFailure.RELEASED));
        assertThatThrownBy(() -> session.createMediaGroup()).isInstanceOf(MediaException.class);
    }

    @Test
    void whatTheApiCanNotDoShouldBeToldAsAnOutcome(@TempDir Path files) throws Exception {
        joined();
        RecordResult both = result(group.recorder().record(new RecordRequest(files.resolve("r.wav"), false,
                Duration.ofMinutes(1), Duration.ZERO, RecordedAudio.SEPARATE, AudioFormat.WAV)));
        assertThat(both.reason()).isEqualTo(RecordResult.Reason.FAILED);
        assertThat(both.detail()).contains("only what the peer sends");
        MachineDetection request = MachineDetection.of(MachineDetection.Mode.ENABLE);
        assertThat(result(group.machineDetector().detect(request)).answeredBy()).isEqualTo(AnsweredBy.UNKNOWN);
    }

    @Test
    void pathsShouldBeThoseThatTheMediaServerHasForThem() {
        SegmentFiles files = new SegmentFiles(Optional.of("/srv/callwright/"),
                Optional.of("/mnt/shared/"));
        assertThat(files.uri(Path.of("/srv/callwright/recordings/RE1.wav")))
                .hasToString("file:///mnt/shared/recordings/RE1.wav");
        assertThat(files.uri(Path.of("/tmp/other.wav"))).hasToString("file:///tmp/other.wav");
    }
}
