package org.callwright.engine.media;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.callwright.media.spi.AnsweredBy;
import org.callwright.media.spi.Joinable;
import org.callwright.media.spi.MachineDetection;
import org.callwright.media.spi.MachineDetectionResult;
import org.callwright.media.spi.MachineDetector;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaGroup;
import org.callwright.media.spi.MediaMixer;
import org.callwright.media.spi.MediaServer;
import org.callwright.media.spi.MediaSession;
import org.callwright.media.spi.MediaStatistics;
import org.callwright.media.spi.NetworkConnection;
import org.callwright.media.spi.NetworkConnectionListener;
import org.callwright.media.spi.PlayRequest;
import org.callwright.media.spi.PlayResult;
import org.callwright.media.spi.Player;
import org.callwright.media.spi.RecordRequest;
import org.callwright.media.spi.RecordResult;
import org.callwright.media.spi.Recorder;
import org.callwright.media.spi.SdpPortManager;
import org.callwright.media.spi.SignalDetector;

/** A media server without audio: every result is completed by the test, through the futures it keeps. */
final class FakeMedia implements MediaServer {

    final List<CompletableFuture<String>> negotiations = new ArrayList<>();
    final List<CompletableFuture<Void>> answers = new ArrayList<>();
    final List<PlayRequest> plays = new ArrayList<>();
    final List<CompletableFuture<PlayResult>> playResults = new ArrayList<>();
    final List<RecordRequest> records = new ArrayList<>();
    final List<CompletableFuture<RecordResult>> recordResults = new ArrayList<>();
    final List<RecordRequest> liveRecords = new ArrayList<>();
    final List<CompletableFuture<RecordResult>> liveResults = new ArrayList<>();
    final List<Mixer> mixers = new ArrayList<>();
    Session lastSession;
    CompletionStage<Void> joining = CompletableFuture.completedStage(null);
    NetworkConnectionListener listener;
    Consumer<SignalDetector.Signal> keys;
    final List<MachineDetection> detections = new ArrayList<>();
    final List<CompletableFuture<MachineDetectionResult>> detectionResults = new ArrayList<>();
    MediaException refusal;
    MediaException noMixer;
    int sessions;
    int released;

    @Override
    public MediaSession createMediaSession(String correlationId) throws MediaException {
        return create(Optional.empty());
    }

    @Override
    public MediaSession createMediaSession(String correlationId, MediaSession beside) throws MediaException {
        return create(Optional.of(beside));
    }

    private Session create(Optional<MediaSession> beside) throws MediaException {
        if (refusal != null) {
            throw refusal;
        }
        sessions++;
        Session made = new Session();
        made.beside = beside;
        lastSession = made;
        return made;
    }

    @Override
    public MediaStatistics statistics() {
        return new MediaStatistics(sessions - released, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    @Override
    public void close() {
        released = sessions;
    }

    /** A call's; it knows which one it was made beside. */
    final class Session implements MediaSession {

        Optional<MediaSession> beside = Optional.empty();

        @Override
        public NetworkConnection createNetworkConnection(NetworkConnectionListener whoListens) {
            listener = whoListens;
            return new Connection();
        }

        @Override
        public MediaGroup createMediaGroup() {
            return new Group();
        }

        @Override
        public MediaMixer createMediaMixer() throws MediaException {
            if (noMixer != null) {
                throw noMixer;
            }
            Mixer mixer = new Mixer();
            mixers.add(mixer);
            return mixer;
        }

        @Override
        public void release() {
            released++;
            playResults.forEach(result -> result.complete(
                    new PlayResult(PlayResult.Reason.STOPPED, Duration.ofMillis(20), "")));
            new Detector().stop();
            Stream.of(recordResults, liveResults).flatMap(List::stream).forEach(result -> result.complete(
                    new RecordResult(RecordResult.Reason.STOPPED, Duration.ofMillis(40), true, "")));
        }
    }

    /** Who is in it, and how. */
    final class Mixer implements MediaMixer {

        final Map<Joinable, Direction> members = new LinkedHashMap<>();
        boolean gone;

        @Override
        public void join(Direction direction, Joinable other) {
            members.put(other, direction);
        }

        @Override
        public CompletionStage<Void> joined(Joinable member) {
            return joining;
        }

        @Override
        public void unjoin(Joinable other) {
            members.remove(other);
        }

        @Override
        public void release() {
            gone = true;
            members.clear();
        }
    }

    private final class Connection implements NetworkConnection, SdpPortManager {

        @Override
        public SdpPortManager sdpPortManager() {
            return this;
        }

        @Override
        public CompletionStage<String> processSdpOffer(String offer) {
            return negotiation();
        }

        @Override
        public CompletionStage<String> generateSdpOffer() {
            return negotiation();
        }

        private CompletionStage<String> negotiation() {
            CompletableFuture<String> result = new CompletableFuture<>();
            negotiations.add(result);
            return result;
        }

        @Override
        public CompletionStage<Void> processSdpAnswer(String answer) {
            CompletableFuture<Void> result = new CompletableFuture<>();
            answers.add(result);
            return result;
        }

        @Override
        public void join(Direction direction, Joinable other) {
            // nothing flows here
        }

        @Override
        public void unjoin(Joinable other) {
            // nothing flows here
        }

        @Override
        public void release() {
            // the session counts
        }
    }

    private final class Detector implements MachineDetector {

        @Override
        public CompletionStage<MachineDetectionResult> detect(MachineDetection request) {
            CompletableFuture<MachineDetectionResult> result = new CompletableFuture<>();
            detections.add(request);
            detectionResults.add(result);
            return result;
        }

        @Override
        public void stop() {
            detectionResults.forEach(result -> result.complete(new MachineDetectionResult(
                    MachineDetectionResult.Reason.STOPPED, AnsweredBy.UNKNOWN, Duration.ofMillis(40))));
        }
    }

    private final class LiveRecorder implements Recorder {

        @Override
        public CompletionStage<RecordResult> record(RecordRequest request) {
            CompletableFuture<RecordResult> result = new CompletableFuture<>();
            liveRecords.add(request);
            liveResults.add(result);
            return result;
        }

        @Override
        public void stop() {
            liveResults.forEach(result -> result.complete(
                    new RecordResult(RecordResult.Reason.STOPPED, Duration.ofMillis(90), true, "")));
        }
    }

    private final class Group implements MediaGroup, Player, Recorder {

        @Override
        public Player player() {
            return this;
        }

        @Override
        public Recorder recorder() {
            return this;
        }

        @Override
        public Recorder liveRecorder() {
            return new LiveRecorder();
        }

        @Override
        public SignalDetector signalDetector() {
            return receiver -> keys = receiver;
        }

        @Override
        public MachineDetector machineDetector() {
            return new Detector();
        }

        @Override
        public CompletionStage<PlayResult> play(PlayRequest request) {
            CompletableFuture<PlayResult> result = new CompletableFuture<>();
            plays.add(request);
            playResults.add(result);
            return result;
        }

        @Override
        public CompletionStage<RecordResult> record(RecordRequest request) {
            CompletableFuture<RecordResult> result = new CompletableFuture<>();
            records.add(request);
            recordResults.add(result);
            return result;
        }

        @Override
        public void stop() {
            playResults.forEach(result -> result.complete(
                    new PlayResult(PlayResult.Reason.STOPPED, Duration.ofMillis(60), "")));
            recordResults.forEach(result -> result.complete(
                    new RecordResult(RecordResult.Reason.STOPPED, Duration.ofMillis(80), true, "")));
        }

        @Override
        public void join(Direction direction, Joinable other) {
            // nothing flows here
        }

        @Override
        public void unjoin(Joinable other) {
            // nothing flows here
        }

        @Override
        public void release() {
            // the session counts
        }
    }
}
