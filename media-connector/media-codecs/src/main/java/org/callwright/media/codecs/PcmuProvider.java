package org.callwright.media.codecs;

import org.callwright.media.spi.MediaCodec;
import org.callwright.media.spi.MediaCodecProvider;

/** G.711 mu-law, payload type 0 of RFC 3551. */
public final class PcmuProvider implements MediaCodecProvider {

    @Override
    public String encodingName() {
        return "PCMU";
    }

    @Override
    public int clockRate() {
        return 8000;
    }

    @Override
    public int staticPayloadType() {
        return 0;
    }

    @Override
    public int priority() {
        return 10;
    }

    @Override
    public MediaCodec create() {
        return G711Codec.ULAW;
    }
}
