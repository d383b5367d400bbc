package org.callwright.media.embedded;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.callwright.media.embedded.sdp.RtpMap;
import org.callwright.media.spi.MediaCodec;
import org.callwright.media.spi.MediaCodecProvider;

/**
 * The codecs of one leg. Those that remember what they coded go on from one agreement to the next, as the peer's do, so
 * that a renewed offer is not heard. Belongs to the control thread; the codecs themselves to the tick thread.
 */
final class LegCodecs {

    private static final int PAYLOAD_TYPES = 128;

    private final List<MediaCodecProvider> providers;
    private Map<RtpMap, MediaCodec> decoders = Map.of();
    private MediaCodecProvider encoding;
    private MediaCodec encoder;

    LegCodecs(List<MediaCodecProvider> providers) {
        this.providers = providers;
    }

    /** By payload type; null where none was agreed. */
    MediaCodec[] decoders(List<RtpMap> agreed) {
        Map<RtpMap, MediaCodec> next = new HashMap<>();
        MediaCodec[] byType = new MediaCodec[PAYLOAD_TYPES];
        for (RtpMap map : agreed) {
            MediaCodec known = decoders.get(map);
            byType[map.payloadType()] = known == null ? provider(map).create() : known;
            next.put(map, byType[map.payloadType()]);
        }
        decoders = next;
        return byType;
    }

    MediaCodec encoder(RtpMap agreed) {
        MediaCodecProvider provider = provider(agreed);
        if (provider != encoding) {
            encoding = provider;
            encoder = provider.create();
        }
        return encoder;
    }

    /** The negotiation takes nothing that there is no provider for. */
    private MediaCodecProvider provider(RtpMap map) {
        return providers.stream().filter(each -> map.is(each.encodingName(), each.clockRate()))
                .findFirst().orElseThrow();
    }
}
