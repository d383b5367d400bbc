package org.callwright.bench.media;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.callwright.bench.media.peer.Peer;
import org.callwright.load.StreamsReport;
import org.callwright.load.audio.AudioVerdict;
import org.callwright.load.audio.MarkedAudioReader;

/** Marked audio as it comes to some peers, each judged on its own. */
final class Heard {

    private final List<MarkedAudioReader> readers = new ArrayList<>();

    /** What these hear from now on is judged. */
    void listen(List<Peer> listeners) {
        for (Peer listener : listeners) {
            MarkedAudioReader reader = new MarkedAudioReader();
            readers.add(reader);
            listener.listen(reader::accept);
        }
    }

    Map<String, Object> report() {
        List<AudioVerdict> verdicts = readers.stream().map(MarkedAudioReader::verdict).toList();
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("listeners", verdicts.size());
        report.put("whole", verdicts.stream().filter(AudioVerdict::whole).count());
        report.putAll(StreamsReport.sums(verdicts));
        return report;
    }
}
