package org.callwright.media.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import org.callwright.media.spi.AnsweredBy;
import org.callwright.media.spi.MachineDetection;
import org.callwright.media.spi.MachineDetection.Mode;
import org.callwright.media.spi.MachineDetectionResult;
import org.callwright.media.spi.MachineDetectionResult.Reason;
import org.callwright.media.spi.MediaServer;
import org.callwright.media.spi.RecordResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a detector of answering machines must do. The audio is sent at its time: what counts is the clock of a call. */
interface MachineContract extends ContractWorld {

    /** Little silence is enough, so that tests are short. */
    private static MachineDetection quick(Mode mode) {
        return new MachineDetection(mode, Duration.ofSeconds(20), Duration.ofSeconds(1), Duration.ofMillis(500),
                Duration.ofSeconds(2));
    }

    private static byte[] silence(int millis) {
        return Mulaw.encode(new short[millis * 8]);
    }

    private static byte[] speech(int millis) {
        Random random = new Random(millis);
        short[] samples = new short[millis * 8];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (i / 8 % 250 < 200 ? random.nextGaussian() * 4000 : 0);
        }
        return Mulaw.encode(samples);
    }

    private static byte[] beep(int millis) {
        short[] samples = new short[millis * 8];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (6000 * Math.sin(2 * Math.PI * 1000 * i / 8000));
        }
        return Mulaw.encode(samples);
    }

    @Test
    default void shortGreetingAndSilenceShouldBeAPerson() throws Exception {
        needs(Extra.MACHINE_DETECTION);
        try (MediaServer server = start(); Call call = Call.up(server).hearing()) {
            CompletionStage<MachineDetectionResult> detection =
                    call.group.machineDetector().detect(quick(Mode.ENABLE));
            call.peer.send(silence(200));
            call.peer.send(speech(400));
            call.peer.send(silence(800));
            MachineDetectionResult result = Eventually.result(detection);
            assertThat(result.reason()).isEqualTo(Reason.DETECTED);
            assertThat(result.answeredBy()).isEqualTo(AnsweredBy.HUMAN);
            assertThat(result.after()).isBetween(Duration.ofMillis(800), Duration.ofMillis(2000));
        }
    }

    @Test
    default void silenceByTheClockShouldCountWhenTheSenderPauses() throws Exception {
        needs(Extra.MACHINE_DETECTION);
        try (MediaServer server = start(); Call call = Call.up(server).hearing()) {
            CompletionStage<MachineDetectionResult> detection =
                    call.group.machineDetector().detect(quick(Mode.ENABLE));
            call.peer.send(speech(400));
            assertThat(Eventually.result(detection).answeredBy()).isEqualTo(AnsweredBy.HUMAN);
        }
    }

    @Test
    default void machineShouldBeToldWhenItsBeepIsOver() throws Exception {
        needs(Extra.MACHINE_DETECTION);
        try (MediaServer server = start(); Call call = Call.up(server).hearing()) {
            CompletionStage<MachineDetectionResult> detection =
                    call.group.machineDetector().detect(quick(Mode.DETECT_MESSAGE_END));
            call.peer.send(speech(1500));
            call.peer.send(silence(200));
            call.peer.send(beep(400));
            assertThat(detection.toCompletableFuture()).isNotDone();
            call.peer.send(silence(200));
            assertThat(Eventually.result(detection).answeredBy()).isEqualTo(AnsweredBy.MACHINE_END_BEEP);
        }
    }

    @Test
    default void machineShouldBeToldAtOnceAndOnlyOnce(@TempDir Path folder) throws Exception {
        needs(Extra.MACHINE_DETECTION);
        Path file = folder.resolve("r.wav");
        try (MediaServer server = start(); Call call = Call.up(server).hearing()) {
            CompletionStage<RecordResult> recording = call.record(file);
            Eventually.eventually("the file is there", () -> Files.exists(file));
            CompletionStage<MachineDetectionResult> detection =
                    call.group.machineDetector().detect(quick(Mode.ENABLE));
            assertThatIllegalStateException()
                    .isThrownBy(() -> call.group.machineDetector().detect(quick(Mode.ENABLE)));
            call.peer.send(speech(1500));
            assertThat(Eventually.result(detection).answeredBy()).isEqualTo(AnsweredBy.MACHINE_START);
            CompletionStage<MachineDetectionResult> again =
                    call.group.machineDetector().detect(quick(Mode.ENABLE));
            call.peer.send(beep(300));
            assertThat(Eventually.result(again).answeredBy()).isEqualTo(AnsweredBy.MACHINE_START);
            call.group.recorder().stop();
            assertThat(Eventually.result(recording).recorded()).isGreaterThan(Duration.ofMillis(1700));
        }
    }

    @Test
    default void nothingSaidShouldBeUnknown() throws Exception {
        needs(Extra.MACHINE_DETECTION);
        try (MediaServer server = start(); Call call = Call.up(server)) {
            MachineDetectionResult result = Eventually.result(
                    call.group.machineDetector().detect(quick(Mode.ENABLE)));
            assertThat(result.answeredBy()).isEqualTo(AnsweredBy.UNKNOWN);
            assertThat(result.reason()).isEqualTo(Reason.DETECTED);
        }
    }

    @Test
    default void stopAndReleaseShouldEndADetection() throws Exception {
        needs(Extra.MACHINE_DETECTION);
        try (MediaServer server = start(); Call call = Call.up(server)) {
            CompletionStage<MachineDetectionResult> stopped =
                    call.group.machineDetector().detect(quick(Mode.ENABLE));
            call.group.machineDetector().stop();
            assertThat(Eventually.result(stopped).reason()).isEqualTo(Reason.STOPPED);
            CompletionStage<MachineDetectionResult> released =
                    call.group.machineDetector().detect(quick(Mode.ENABLE));
            call.session.release();
            assertThat(Eventually.result(released).reason()).isEqualTo(Reason.STOPPED);
            CompletionStage<MachineDetectionResult> afterwards =
                    call.group.machineDetector().detect(quick(Mode.ENABLE));
            assertThat(Eventually.result(afterwards).reason()).isEqualTo(Reason.STOPPED);
        }
    }
}
