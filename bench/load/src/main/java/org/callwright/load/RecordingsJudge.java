package org.callwright.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callwright.load.audio.AudioVerdict;
import org.callwright.load.audio.WavFile;
import org.callwright.load.rtp.MarkedStream;

/**
 * Compares recordings with what was sent: each call has one file, and it holds all frames from the first that was sent
 * to the last before the BYE.
 */
final class RecordingsJudge {

    private static final int QUIET_CHECKS = 4;
    private static final int LONGEST_CHECKS = 80;

    private RecordingsJudge() {
    }

    /** Waits until no file grows any more, then judges all of the folder. */
    static Map<String, Object> judge(Path folder, List<MarkedStream> streams) throws IOException, InterruptedException {
        awaitQuiet(folder);
        List<AudioVerdict> verdicts = new ArrayList<>();
        int unreadable = 0;
        for (Path file : files(folder)) {
            try {
                verdicts.add(WavFile.judge(file));
            } catch (IOException e) {
                unreadable++;
            }
        }
        Map<String, Object> report = against(verdicts, streams);
        report.put("unreadable", unreadable);
        return report;
    }

    static Map<String, Object> against(List<AudioVerdict> verdicts, List<MarkedStream> streams) {
        Map<Integer, MarkedStream> sent = streams.stream().filter(stream -> stream.sent() > 0)
                .collect(Collectors.toMap(MarkedStream::number, Function.identity()));
        List<AudioVerdict> ours = verdicts.stream().filter(verdict -> sent.containsKey(verdict.stream())).toList();
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("calls", sent.size());
        report.put("files", verdicts.size());
        report.put("callsWithoutFile",
                sent.size() - ours.stream().map(AudioVerdict::stream).distinct().count());
        report.put("filesOfNoCall", verdicts.size() - ours.size());
        report.put("whole", ours.stream().filter(AudioVerdict::whole).count());
        report.put("exact", ours.stream().filter(verdict -> exact(verdict, sent.get(verdict.stream()))).count());
        report.put("framesSent", sent.values().stream().mapToLong(MarkedStream::sent).sum());
        report.putAll(StreamsReport.sums(ours));
        report.put("leadFrames", ours.stream().mapToLong(AudioVerdict::first).sum());
        report.put("trailFrames",
                ours.stream().mapToLong(verdict -> sent.get(verdict.stream()).sent() - 1 - verdict.last()).sum());
        report.put("samplesBefore", ours.stream().mapToLong(AudioVerdict::before).sum());
        report.put("samplesAfter", ours.stream().mapToLong(AudioVerdict::after).sum());
        return report;
    }

    /** Whether the file holds every sample that was sent; silence before and behind is no fault. */
    private static boolean exact(AudioVerdict verdict, MarkedStream stream) {
        return verdict.whole() && verdict.first() == 0 && verdict.last() == stream.sent() - 1;
    }

    /** What single files hold, without knowing what was sent. */
    static Map<String, Object> judgeFiles(List<String> names) throws IOException {
        Map<String, Object> report = new LinkedHashMap<>();
        for (String name : names) {
            AudioVerdict verdict = WavFile.judge(Path.of(name));
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("stream", verdict.stream());
            one.put("first", verdict.first());
            one.put("last", verdict.last());
            one.putAll(StreamsReport.sums(List.of(verdict)));
            one.put("samplesBefore", verdict.before());
            one.put("samplesAfter", verdict.after());
            report.put(name, one);
        }
        return report;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".wav")).sorted().toList();
        }
    }

    private static void awaitQuiet(Path folder) throws IOException, InterruptedException {
        long size = -1;
        int quiet = 0;
        for (int check = 0; check < LONGEST_CHECKS && quiet < QUIET_CHECKS; check++) {
            Thread.sleep(250);
            long now = 0;
            for (Path file : files(folder)) {
                now += Files.size(file);
            }
            quiet = now == size ? quiet + 1 : 0;
            size = now;
        }
    }
}
