package org.callwright.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.callwright.load.audio.AudioVerdict;
import org.callwright.load.rtp.MarkedStream;

/** Sums of what all streams heard, over the whole of each call. */
public final class StreamsReport {

    private StreamsReport() {
    }

    static Map<String, Object> heard(List<MarkedStream> streams) {
        List<AudioVerdict> verdicts = streams.stream().map(MarkedStream::heard).toList();
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("streams", verdicts.size());
        report.put("withMarkedAudio", verdicts.stream().filter(verdict -> verdict.frames() > 0).count());
        report.put("whole", verdicts.stream().filter(AudioVerdict::whole).count());
        report.put("framesSent", streams.stream().mapToLong(MarkedStream::sent).sum());
        report.putAll(sums(verdicts));
        return report;
    }

    /** Frames and samples of all of them together. */
    public static Map<String, Object> sums(List<AudioVerdict> verdicts) {
        Map<String, Object> sums = new LinkedHashMap<>();
        sums.put("frames", verdicts.stream().mapToLong(AudioVerdict::frames).sum());
        sums.put("missingFrames", verdicts.stream().mapToLong(AudioVerdict::missing).sum());
        sums.put("repeatedFrames", verdicts.stream().mapToLong(AudioVerdict::repeated).sum());
        sums.put("foreignFrames", verdicts.stream().mapToLong(AudioVerdict::foreign).sum());
        sums.put("insertedSamples", verdicts.stream().mapToLong(AudioVerdict::inserted).sum());
        sums.put("changedSamples", verdicts.stream().mapToLong(AudioVerdict::changed).sum());
        return sums;
    }
}
