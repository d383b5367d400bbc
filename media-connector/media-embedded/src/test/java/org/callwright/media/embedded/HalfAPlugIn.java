package org.callwright.media.embedded;

import org.callwright.media.spi.MediaCodec;
import org.callwright.media.spi.MediaCodecProvider;

/** A codec whose library is missing; on the class path of all tests of this module. */
public final class HalfAPlugIn implements MediaCodecProvider {

    @Override
    public String encodingName() {
        return "HALF";
    }

    @Override
    public int clockRate() {
        return 8000;
    }

    @Override
    public int staticPayloadType() {
        return 4;
    }

    @Override
    public int priority() {
        return 1;
    }

    @Override
    public MediaCodec create() {
        throw new NoClassDefFoundError("org/example/Library");
    }
}
