package org.callwright.media.spi;

/** A codec plug-in, found by {@link java.util.ServiceLoader}; removing its jar only removes it from our offers. */
public interface MediaCodecProvider {

    /** Encoding name as in {@code a=rtpmap}, such as {@code PCMU}. */
    String encodingName();

    /** Clock rate of the rtpmap in hertz. */
    int clockRate();

    /** Static payload type (RFC 3551), or -1 when it is given one of the dynamic range in offers. */
    int staticPayloadType();

    /** Place in our offers; lower comes first. */
    int priority();

    /** What {@code a=fmtp} says of it in our descriptions, such as {@code annexb=no}; empty for nothing. */
    default String formatParameters() {
        return "";
    }

    MediaCodec create();
}
