package org.callwright.bench.media;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.callwright.bench.media.named.NameListener;
import org.callwright.bench.media.peer.KeptPayloads;
import org.callwright.bench.media.peer.Peer;
import org.callwright.media.spi.MediaCodecProvider;

/** A peer of whom is kept what it hears, since decoding it at once would cost what is to be measured. */
final class Listener {

    private static final int FRAMES_A_SECOND = 50;
    private static final int FRAME_SAMPLES = 160;
    private static final int SPARE_SECONDS = 2;

    private final Peer peer;
    private final MediaCodecProvider codec;
    private final int name;
    private final int seconds;
    private final KeptPayloads kept;

    /** @param name that the one at the other end says */
    Listener(Peer peer, MediaCodecProvider codec, int name, int seconds) {
        this.peer = peer;
        this.codec = codec;
        this.name = name;
        this.seconds = seconds;
        int length = codec.create().encode(new short[FRAME_SAMPLES], 0, FRAME_SAMPLES, new byte[2 * FRAME_SAMPLES], 0);
        kept = new KeptPayloads(length, (seconds + SPARE_SECONDS) * FRAMES_A_SECOND);
    }

    void begin() {
        peer.listen(kept);
    }

    /** One name a second, the first and the last of which may be cut off; a codec needs the beginning to settle. */
    static Map<String, Object> report(List<Listener> listeners) {
        int whole = 0;
        long heard = 0;
        long foreign = 0;
        long others = 0;
        for (Listener listener : listeners) {
            NameListener names = new NameListener(listener.name);
            names.listen(listener.kept.payloads(), listener.codec.create());
            heard += names.heard();
            foreign += names.foreign();
            others += listener.kept.others();
            whole += names.foreign() == 0 && Math.abs(names.heard() - listener.seconds) <= 1 ? 1 : 0;
        }
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("listeners", listeners.size());
        report.put("heardAll", whole);
        report.put("names", heard);
        report.put("foreignNames", foreign);
        report.put("payloadsOfAnotherLength", others);
        return report;
    }
}
