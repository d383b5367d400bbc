package org.callwright.phone.media;

import java.nio.ByteBuffer;
import java.util.Optional;

/** An RTP packet (RFC 3550 section 5.1) without the parts a telephone does not use. */
record RtpPacket(int payloadType, boolean marker, int sequence, int timestamp, int ssrc, byte[] payload) {

    static Optional<RtpPacket> parse(byte[] data, int length) {
        ByteBuffer in = ByteBuffer.wrap(data, 0, length);
        if (length < 12 || (data[0] & 0xC0) != 0x80) {
            return Optional.empty();
        }
        int first = in.get();
        int second = in.get() & 0xFF;
        int sequence = in.getShort() & 0xFFFF;
        int timestamp = in.getInt();
        int ssrc = in.getInt();
        int skip = 4 * (first & 0x0F);
        if ((first & 0x10) != 0 && in.remaining() >= skip + 4) {
            skip += 4 + 4 * (in.getShort(in.position() + skip + 2) & 0xFFFF);
        }
        int padding = (first & 0x20) != 0 ? data[length - 1] & 0xFF : 0;
        if (in.remaining() < skip + padding) {
            return Optional.empty();
        }
        byte[] payload = new byte[in.remaining() - skip - padding];
        in.position(in.position() + skip);
        in.get(payload);
        return Optional.of(new RtpPacket(second & 0x7F, second >= 0x80, sequence, timestamp, ssrc, payload));
    }

    byte[] toBytes() {
        return ByteBuffer.allocate(12 + payload.length)
                .put((byte) 0x80).put((byte) (payloadType | (marker ? 0x80 : 0)))
                .putShort((short) sequence).putInt(timestamp).putInt(ssrc).put(payload).array();
    }
}
