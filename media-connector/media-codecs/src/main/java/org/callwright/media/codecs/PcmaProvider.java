package org.callwright.media.codecs;

import org.callwright.media.spi.MediaCodec;
import org.callwright.media.spi.MediaCodecProvider;

/** G.711 A-law, payload type 8 of RFC 3551. */
public final class PcmaProvider implements MediaCodecProvider {

    @Override
    public String encodingName() {
        return "PCMA";
    }

    @Override
    public int clockRate() {
        return 8000;
    }

    @Override
    public int staticPayloadType() {
        return 8;
    }

    @Override
    public int priority() {
        return 20;
    }

    @Override
    public MediaCodec create() {
        return G711Codec.ALAW;
    }
}
