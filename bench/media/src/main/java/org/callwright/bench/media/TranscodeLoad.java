package org.callwright.bench.media;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.callwright.bench.media.engine.EngineProcess;
import org.callwright.bench.media.named.NamedAudio;
import org.callwright.bench.media.peer.LoopedVoice;
import org.callwright.bench.media.peer.Peer;
import org.callwright.bench.media.peer.Peers;
import org.callwright.media.spi.MediaCodecProvider;

/**
 * Bridged calls of which one leg is PCMU and the other of another codec; both talk. What each hears is kept, and is
 * decoded and judged afterwards.
 *
 * @param encoding of the other legs, such as {@code G729}
 */
record TranscodeLoad(int calls, String encoding, Run run) {

    private static final String PLAIN = "PCMU";

    Map<String, Object> measure() throws IOException {
        MediaCodecProvider plain = provider(PLAIN);
        MediaCodecProvider other = provider(encoding);
        List<Listener> listeners = new ArrayList<>();
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("calls", calls);
        report.put("encoding", encoding);
        try (EngineProcess engine = EngineProcess.start(); Peers peers = new Peers()) {
            for (int call = 0; call < calls; call++) {
                int one = 2 * call % NamedAudio.NAMES;
                int two = (2 * call + 1) % NamedAudio.NAMES;
                Peer first = peer(peers, plain, one);
                Peer second = peer(peers, other, two);
                engine.mix(List.of(first, second));
                listeners.add(new Listener(first, plain, two, run.seconds()));
                listeners.add(new Listener(second, other, one, run.seconds()));
            }
            report.putAll(run.measure(engine, peers, () -> listeners.forEach(Listener::begin), calls));
            report.put("callsPerCore", 100 / (double) report.get("percentOfACoreEach"));
        }
        report.put("heard", Listener.report(listeners));
        return report;
    }

    private static Peer peer(Peers peers, MediaCodecProvider codec, int name) throws IOException {
        return peers.add(codec.staticPayloadType(), new LoopedVoice(NamedAudio.payloads(name, codec.create())));
    }

    private static MediaCodecProvider provider(String encoding) {
        return ServiceLoader.load(MediaCodecProvider.class).stream().map(ServiceLoader.Provider::get)
                .filter(each -> each.encodingName().equals(encoding) && each.staticPayloadType() >= 0).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no codec " + encoding));
    }
}
