package org.callwright.media.jsr309;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.callwright.media.spi.AudioSegment;
import org.callwright.media.spi.Joinable.Direction;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaFailure;
import org.callwright.media.spi.MediaGroup;
import org.callwright.media.spi.MediaServer;
import org.callwright.media.spi.MediaServerConfig;
import org.callwright.media.spi.MediaSession;
import org.callwright.media.spi.NetworkConnection;
import org.callwright.media.spi.PlayRequest;
import org.callwright.media.spi.PlayResult;
import org.callwright.media.spi.RecordRequest;
import org.callwright.media.spi.RecordResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An implementation that throws, keeps silent, hangs, or tells what nobody asked for. */
@Timeout(60)
class Jsr309TroubleTest {

    private static final String OFFER = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n"
            + "m=audio 24996 RTP/AVP 0\r\n";

    @TempDir
    static Path folder;
    private static StandInDriver driver;
    @TempDir
    Path files;
    private MediaServer server;
    private Leg leg;

    /** A session whose group is joined to its connection. */
    private static final class Leg {

        private final MediaSession session;
        private final NetworkConnection connection;
        private final MediaGroup group;

        private Leg(MediaServer server) throws MediaException {
            session = server.createMediaSession("CA-trouble");
            connection = session.createNetworkConnection(silence -> { });
            group = session.createMediaGroup();
            group.join(Direction.DUPLEX, connection);
        }

        private CompletionStage<PlayResult> play(Duration length) {
            return group.player().play(new PlayRequest(List.of(new AudioSegment.Tone(500, -10, length)), 1));
        }

        private CompletionStage<RecordResult> record(Path file) {
            return group.recorder().record(new RecordRequest(file, false, Duration.ofMinutes(1), Duration.ZERO));
        }

        private CompletionStage<String> offered() {
            return connection.sdpPortManager().processSdpOffer(OFFER);
        }
    }

    @BeforeAll
    static void compile() {
        driver = new StandInDriver(folder);
    }

    @BeforeEach
    void open() throws Exception {
        server = driver.start(new MediaServerConfig(InetAddress.getLoopbackAddress(), "127.0.0.1", 24_700, 24_799,
                Duration.ZERO));
        leg = new Leg(server);
        result(leg.offered());
    }

    @AfterEach
    void close() {
        Trouble.end();
        server.close();
        StandInDriver.closeEngines();
    }

    private static <T> T result(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private static void assertFails(CompletionStage<?> stage, MediaFailure failure, String text) {
        assertThatThrownBy(() -> result(stage)).isInstanceOf(ExecutionException.class).cause()
                .isInstanceOfSatisfying(MediaException.class, e -> assertThat(e.failure()).isEqualTo(failure))
                .hasMessageContaining(text);
    }

    private static void eventually(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Test
    void offerThatNobodyAskedForShouldNotBeTakenForAnAnswer() throws Exception {
        Trouble.OFFERS.set(2);
        assertThat(result(leg.offered())).contains("m=audio");
        NetworkConnection calling = leg.session.createNetworkConnection(silence -> { });
        assertThat(result(calling.sdpPortManager().generateSdpOffer())).contains("m=audio");
        assertThat(Trouble.OFFERS).hasValue(0);
    }

    @Test
    void answerWithoutADescriptionShouldBeAFailure() {
        Trouble.INSTEAD.put("SdpPortManagerEvent.getMediaServerSdp", a -> null);
        assertFails(leg.offered(), MediaFailure.INTERNAL, "no session description");
    }

    @Test
    void whateverIsThrownShouldBeTheOutcomeOfWhatWasWantedAndNoMore() throws Exception {
        Trouble.INSTEAD.put("Player.play", a -> {
            throw new IllegalStateException("vendor bug");
        });
        Trouble.INSTEAD.put("Recorder.record", a -> {
            throw new AbstractMethodError("not there");
        });
        Trouble.INSTEAD.put("SdpPortManager.processSdpOffer", a -> {
            throw new NullPointerException("of the vendor");
        });
        Trouble.INSTEAD.put("MediaSession.createMediaGroup", a -> {
            throw new IllegalStateException("no ports");
        });
        Trouble.INSTEAD.put("MediaSession.createNetworkConnection", a -> null);
        PlayResult played = result(leg.play(Duration.ofSeconds(1)));
        assertThat(played.reason()).isEqualTo(PlayResult.Reason.FAILED);
        assertThat(played.detail()).contains("vendor bug");
        RecordResult recorded = result(leg.record(files.resolve("r.wav")));
        assertThat(recorded.reason()).isEqualTo(RecordResult.Reason.FAILED);
        assertThat(recorded.detail()).contains("not there");
        assertFails(leg.offered(), MediaFailure.INTERNAL, "of the vendor");
        assertThatThrownBy(() -> leg.session.createMediaGroup()).isInstanceOfSatisfying(MediaException.class,
                e -> assertThat(e.failure()).isEqualTo(MediaFailure.RESOURCE_UNAVAILABLE));
        assertThatThrownBy(() -> leg.session.createNetworkConnection(silence -> { }))
                .isInstanceOfSatisfying(MediaException.class,
                        e -> assertThat(e.failure()).isEqualTo(MediaFailure.RESOURCE_UNAVAILABLE));

        Trouble.end();
        assertThat(server.statistics().playersActive() + server.statistics().recordersActive()).isZero();
        assertThat(result(leg.play(Duration.ofMillis(20))).reason()).isEqualTo(PlayResult.Reason.COMPLETED);
        assertThat(result(leg.offered())).contains("m=audio");
        CompletionStage<RecordResult> again = leg.record(files.resolve("r.wav"));
        leg.group.recorder().stop();
        assertThat(result(again).reason()).isEqualTo(RecordResult.Reason.STOPPED);
    }

    @Test
    void whatWasStoppedAndNeverSaysThatItEndedShouldEndAllTheSame() throws Exception {
        Trouble.UNTOLD.addAll(List.of("PLAY_COMPLETED", "RECORD_COMPLETED"));
        CompletionStage<PlayResult> playing = leg.play(Duration.ofSeconds(30));
        CompletionStage<RecordResult> recording = leg.record(files.resolve("r.wav"));
        leg.group.player().stop();
        leg.group.recorder().stop();
        assertThat(result(playing).reason()).isEqualTo(PlayResult.Reason.STOPPED);
        assertThat(result(recording).reason()).isEqualTo(RecordResult.Reason.STOPPED);

        Trouble.end();
        assertThat(result(leg.play(Duration.ofMillis(20))).reason()).isEqualTo(PlayResult.Reason.COMPLETED);
    }

    @Test
    void releaseShouldEndEverythingOfAnImplementationThatIsSilent() throws Exception {
        Trouble.UNTOLD.addAll(List.of("PLAY_COMPLETED", "RECORD_COMPLETED", "ANSWER_GENERATED"));
        CompletionStage<PlayResult> playing = leg.play(Duration.ofSeconds(30));
        CompletionStage<PlayResult> waiting = leg.play(Duration.ofSeconds(30));
        CompletionStage<RecordResult> recording = leg.record(files.resolve("r.wav"));
        CompletionStage<String> offered = leg.offered();
        leg.session.release();
        assertFails(offered, MediaFailure.RELEASED, "released");
        assertThat(result(playing).reason()).isEqualTo(PlayResult.Reason.STOPPED);
        assertThat(result(waiting).reason()).isEqualTo(PlayResult.Reason.STOPPED);
        assertThat(result(recording).reason()).isEqualTo(RecordResult.Reason.STOPPED);
        assertThat(server.statistics().playersActive() + server.statistics().recordersActive()).isZero();
    }

    @Test
    void sessionThatHangsShouldNotHoldUpOthers() throws Exception {
        Leg other = new Leg(server);
        result(other.offered());
        CountDownLatch hanging = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        leg.play(Duration.ofMillis(200));
        leg.play(Duration.ofMillis(20));
        Trouble.INSTEAD.put("Player.play", a -> {
            hanging.countDown();
            over.await();
            return null;
        });
        assertThat(hanging.await(20, TimeUnit.SECONDS)).isTrue();
        Trouble.INSTEAD.clear();
        try {
            assertThat(result(other.play(Duration.ofMillis(20))).reason()).isEqualTo(PlayResult.Reason.COMPLETED);
        } finally {
            over.countDown();
        }
    }

    @Test
    void receivingOfSignalsThatFailsShouldBeginAgain() throws Exception {
        leg.session.release();
        Trouble.DEAF.set(2);
        StandInFactory.NOTES.clear();
        new Leg(server);
        eventually(() -> StandInFactory.NOTES.stream().filter("receiveSignals(-1)"::equals).count() == 3);
        assertThat(Trouble.DEAF).hasValue(0);
    }

    @Test
    void keysThatAreToldOnlyAtTheEndOfReceivingShouldBeToldAndOthersOnce() throws Exception {
        leg.session.release();
        Trouble.ALSO_AT_THE_END.addAll(List.of("1", "2"));
        Trouble.ONLY_AT_THE_END.addAll(List.of("34", "#"));
        StringBuffer keys = new StringBuffer();
        MediaSession session = server.createMediaSession("CA-keys");
        NetworkConnection connection = session.createNetworkConnection(silence -> { });
        MediaGroup group = session.createMediaGroup();
        group.signalDetector().onSignal(signal -> keys.append(signal.digit()));
        group.join(Direction.DUPLEX, connection);
        eventually(() -> keys.length() >= 5);
        assertThat(keys).hasToString("1234#");
    }

    @Test
    void whatNeverSaysThatItHasEndedShouldBeGivenUpWhenItsLengthIsLongOver() throws Exception {
        Trouble.UNTOLD.addAll(List.of("PLAY_COMPLETED", "RECORD_COMPLETED"));
        CompletionStage<RecordResult> recording = leg.group.recorder().record(new RecordRequest(
                files.resolve("r.wav"), false, Duration.ofMillis(200), Duration.ZERO));
        PlayResult played = result(leg.play(Duration.ofMillis(200)));
        assertThat(played.reason()).isEqualTo(PlayResult.Reason.FAILED);
        assertThat(played.detail()).contains("does not say");
        assertThat(played.played()).isGreaterThan(Duration.ofMillis(10_100));
        assertThat(result(recording)).isEqualTo(new RecordResult(RecordResult.Reason.MAX_DURATION,
                Duration.ofMillis(200), true, ""));
        Trouble.end();
        assertThat(result(leg.play(Duration.ofMillis(20))).reason()).isEqualTo(PlayResult.Reason.COMPLETED);
    }

    @Test
    void failureWithAnEmptyReasonShouldHaveAReasonAllTheSame() throws Exception {
        Trouble.INSTEAD.put("PlayerEvent.getErrorText", a -> " ");
        PlayResult played = result(leg.group.player().play(new PlayRequest(
                List.of(new AudioSegment.File(files.resolve("none.wav"))), 1)));
        assertThat(played.reason()).isEqualTo(PlayResult.Reason.FAILED);
        assertThat(played.detail()).isEqualTo("an unknown error");
    }

    @Test
    void recordingThatTheImplementationSaysWasStoppedShouldNotBeTakenForOneThatCameToALimit() throws Exception {
        Trouble.qualifier = "STOPPED";
        RecordResult recorded = result(leg.group.recorder().record(new RecordRequest(files.resolve("r.wav"), false,
                Duration.ofMillis(400), Duration.ofMinutes(1))));
        assertThat(recorded.reason()).isEqualTo(RecordResult.Reason.STOPPED);
    }

    @Test
    void whyARecordingEndedShouldBeFoundOutWhereTheImplementationDoesNotSay() throws Exception {
        Trouble.INSTEAD.put("RecorderEvent.getQualifier", a -> null);
        CompletionStage<RecordResult> stopped = leg.record(files.resolve("one.wav"));
        leg.group.recorder().stop();
        assertThat(result(stopped).reason()).isEqualTo(RecordResult.Reason.STOPPED);
        assertThat(result(leg.group.recorder().record(new RecordRequest(files.resolve("two.wav"), false,
                Duration.ofMillis(400), Duration.ofMinutes(1)))).reason()).isEqualTo(RecordResult.Reason.MAX_DURATION);
        assertThat(result(leg.group.recorder().record(new RecordRequest(files.resolve("three.wav"), false,
                Duration.ofMinutes(1), Duration.ofMillis(300)))).reason()).isEqualTo(RecordResult.Reason.SILENCE);
    }

    @Test
    void lengthThatTheImplementationDoesNotKnowShouldBeThatOfTheFile() throws Exception {
        Trouble.INSTEAD.put("RecorderEvent.getDuration", a -> 0);
        Path file = files.resolve("r.wav");
        CompletionStage<RecordResult> recording = leg.record(file);
        result(leg.play(Duration.ofMillis(300)));
        leg.group.recorder().stop();
        Duration recorded = result(recording).recorded();
        assertThat(recorded).isPositive().isEqualTo(Duration.ofMillis((Files.size(file) - 44) / 16));
    }

    @Test
    void lengthOfAFileThatCanNotBeReadHereShouldBeThatOfTheClock() throws Exception {
        Trouble.INSTEAD.put("RecorderEvent.getDuration", a -> 0);
        Trouble.INSTEAD.put("Recorder.record", a -> null);
        CompletionStage<RecordResult> recording = leg.record(files.resolve("elsewhere.wav"));
        result(leg.play(Duration.ofMillis(300)));
        leg.session.release();
        assertThat(result(recording).recorded()).isBetween(Duration.ofMillis(250), Duration.ofSeconds(15));
    }
}
