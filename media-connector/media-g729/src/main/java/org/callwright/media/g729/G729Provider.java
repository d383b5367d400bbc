package org.callwright.media.g729;

import org.callwright.media.spi.MediaCodec;
import org.callwright.media.spi.MediaCodecProvider;

/** G.729, payload type 18 of RFC 3551. */
public final class G729Provider implements MediaCodecProvider {

    @Override
    public String encodingName() {
        return "G729";
    }

    @Override
    public int clockRate() {
        return 8000;
    }

    @Override
    public int staticPayloadType() {
        return 18;
    }

    @Override
    public int priority() {
        return 30;
    }

    @Override
    public String formatParameters() {
        return "annexb=no";
    }

    @Override
    public MediaCodec create() {
        return new G729Codec();
    }
}
