package org.callwright.media.codecs.gsm;

import org.callwright.media.spi.MediaCodec;
import org.callwright.media.spi.MediaCodecProvider;

/** GSM full rate, payload type 3 of RFC 3551. */
public final class GsmProvider implements MediaCodecProvider {

    @Override
    public String encodingName() {
        return "GSM";
    }

    @Override
    public int clockRate() {
        return 8000;
    }

    @Override
    public int staticPayloadType() {
        return 3;
    }

    @Override
    public int priority() {
        return 40;
    }

    @Override
    public MediaCodec create() {
        return new GsmCodec();
    }
}
