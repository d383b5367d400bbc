package org.callwright.media.codecs;

import org.callwright.media.spi.MediaCodec;
import org.callwright.media.spi.MediaCodecProvider;

/** Linear 16-bit audio at 8 kHz; its payload type is dynamic, since the static ones mean 44.1 kHz. */
public final class L16Provider implements MediaCodecProvider {

    @Override
    public String encodingName() {
        return "L16";
    }

    @Override
    public int clockRate() {
        return 8000;
    }

    @Override
    public int staticPayloadType() {
        return -1;
    }

    @Override
    public int priority() {
        return 90;
    }

    @Override
    public MediaCodec create() {
        return L16Codec.INSTANCE;
    }
}
