package org.callwright.bench.media;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.callwright.bench.media.engine.EngineProcess;
import org.callwright.bench.media.peer.MarkedVoice;
import org.callwright.bench.media.peer.Peer;
import org.callwright.bench.media.peer.Peers;
import org.callwright.bench.media.peer.SilentVoice;

/**
 * Mixes, with a peer for each member. Some members of each mix speak marked audio, the others send silence. Where only
 * one can be heard, by all others or by the one other, each frame and sample is judged.
 */
record MixLoad(int mixes, int members, int speakers, Run run) {

    Map<String, Object> measure() throws IOException {
        try (EngineProcess engine = EngineProcess.start(); Peers peers = new Peers()) {
            List<Peer> listeners = new ArrayList<>();
            for (int mix = 0; mix < mixes; mix++) {
                List<Peer> all = new ArrayList<>();
                for (int member = 0; member < members; member++) {
                    boolean speaks = member < speakers;
                    Peer peer = peers.add(0, speaks ? new MarkedVoice(mix * members + member) : new SilentVoice());
                    all.add(peer);
                    if (speakers == 1 && !speaks || speakers == 2 && members == 2) {
                        listeners.add(peer);
                    }
                }
                engine.mix(all);
            }
            Heard heard = new Heard();
            Map<String, Object> report = new LinkedHashMap<>();
            report.put("mixes", mixes);
            report.put("members", members);
            report.put("speakersOfEach", speakers);
            report.putAll(run.measure(engine, peers, () -> heard.listen(listeners), mixes * members));
            if (!listeners.isEmpty()) {
                report.put("heard", heard.report());
            }
            return report;
        }
    }
}
