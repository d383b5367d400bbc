package org.callwright.mixer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.callwright.load.audio.AudioVerdict;
import org.callwright.load.report.CpuClock;
import org.callwright.load.report.Histogram;
import org.callwright.load.rtp.Punctuality;

/**
 * Mixes of a {@link MixerProcess}, with a phone for each member. Some members of each mix speak marked audio, the
 * others send silence. Where only one can be heard, by all others or by the one other, each frame and sample is judged.
 */
final class MixLoad {

    private static final long SECOND = 1_000_000_000L;
    private static final long WARM = 20 * SECOND;
    private static final long ROUND = 400_000;

    private final int mixes;
    private final int members;
    private final int speakers;
    private final int seconds;
    private final Punctuality punctuality = new Punctuality();
    private final Histogram between = new Histogram();
    private final List<Participant> participants = new ArrayList<>();

    MixLoad(int mixes, int members, int speakers, int seconds) {
        this.mixes = mixes;
        this.members = members;
        this.speakers = speakers;
        this.seconds = seconds;
    }

    Map<String, Object> run() throws IOException, InterruptedException {
        Process engine = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-Xms256m",
                "-Xmx256m", "-XX:+UseZGC", "-cp", System.getProperty("java.class.path"), MixerProcess.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (Selector selector = Selector.open();
                PrintStream to = new PrintStream(engine.getOutputStream(), true, StandardCharsets.US_ASCII);
                BufferedReader from = new BufferedReader(new InputStreamReader(engine.getInputStream(),
                        StandardCharsets.US_ASCII))) {
            join(selector, to, from);
            speak(selector, System.nanoTime() + WARM);
            participants.forEach(participant -> participant.judgeFromNow(between));
            CpuClock before = CpuClock.read(engine.pid());
            speak(selector, System.nanoTime() + seconds * SECOND);
            CpuClock after = CpuClock.read(engine.pid());
            to.close();
            return report(before, after, from.readLine().split(" "));
        } finally {
            engine.destroy();
            engine.waitFor(10, TimeUnit.SECONDS);
        }
    }

    private void join(Selector selector, PrintStream to, BufferedReader from) throws IOException {
        long start = System.nanoTime() + 2 * SECOND;
        int all = mixes * members;
        for (int mix = 0; mix < mixes; mix++) {
            StringBuilder ports = new StringBuilder();
            for (int member = 0; member < members; member++) {
                Participant participant = new Participant(mix * members + member, member < speakers, selector,
                        punctuality);
                participants.add(participant);
                ports.append(member == 0 ? "" : " ").append(participant.port());
            }
            to.println(ports);
            String[] legs = from.readLine().split(" ");
            for (int member = 0; member < members; member++) {
                int number = mix * members + member;
                participants.get(number).start(Integer.parseInt(legs[member]), start + number * 20_000_000L / all);
            }
        }
    }

    private void speak(Selector selector, long until) throws IOException {
        long now = System.nanoTime();
        while (now < until) {
            punctuality.round(now);
            for (Participant participant : participants) {
                participant.send(now);
            }
            selector.selectNow();
            for (SelectionKey key : selector.selectedKeys()) {
                ((Participant) key.attachment()).receive(now);
            }
            selector.selectedKeys().clear();
            LockSupport.parkNanos(ROUND);
            now = System.nanoTime();
        }
    }

    private Map<String, Object> report(CpuClock before, CpuClock after, String[] turns) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("mixes", mixes);
        report.put("members", members);
        report.put("speakersOfEach", speakers);
        Map<String, Object> window = after.since(before);
        report.put("window", window);
        report.put("percentOfACoreEach", 100 * (double) window.get("serverCores") / (mixes * members));
        report.put("turns", Long.parseLong(turns[0]));
        report.put("lateTurns", Long.parseLong(turns[1]));
        report.put("generator", punctuality.summary());
        report.put("betweenPacketsMs", between.summary());
        if (speakers == 1 || speakers == 2 && members == 2) {
            report.put("heard", heard(participants.stream().filter(each -> speakers == 2 || !each.speaks())
                    .map(Participant::heard).toList()));
        }
        return report;
    }

    private static Map<String, Object> heard(List<AudioVerdict> verdicts) {
        Map<String, Object> heard = new LinkedHashMap<>();
        heard.put("listeners", verdicts.size());
        heard.put("whole", verdicts.stream().filter(AudioVerdict::whole).count());
        heard.put("frames", verdicts.stream().mapToLong(AudioVerdict::frames).sum());
        heard.put("missingFrames", verdicts.stream().mapToLong(AudioVerdict::missing).sum());
        heard.put("repeatedFrames", verdicts.stream().mapToLong(AudioVerdict::repeated).sum());
        heard.put("foreignFrames", verdicts.stream().mapToLong(AudioVerdict::foreign).sum());
        heard.put("insertedSamples", verdicts.stream().mapToLong(AudioVerdict::inserted).sum());
        heard.put("changedSamples", verdicts.stream().mapToLong(AudioVerdict::changed).sum());
        return heard;
    }
}
