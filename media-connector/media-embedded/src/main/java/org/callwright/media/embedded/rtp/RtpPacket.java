package org.callwright.media.embedded.rtp;

import java.nio.ByteBuffer;

/** A view of a received RTP packet (RFC 3550, 5.1); one object reads packet after packet. */
public final class RtpPacket {

    private static final int FIXED_HEADER = 12;

    private ByteBuffer bytes;
    private int payloadOffset;
    private int payloadLength;

    /**
     * Looks at the packet between the buffer's position 0 and its limit.
     *
     * @return whether it is well-formed RTP version 2; nothing else may be asked when it is not
     */
    public boolean parse(ByteBuffer received) {
        bytes = received;
        int size = received.limit();
        if (size < FIXED_HEADER || (received.get(0) & 0xC0) != 0x80) {
            return false;
        }
        int head = received.get(0);
        int offset = FIXED_HEADER + 4 * (head & 0x0F);
        if ((head & 0x10) != 0) {
            if (offset + 4 > size) {
                return false;
            }
            offset += 4 + 4 * (received.getShort(offset + 2) & 0xFFFF);
        }
        int padding = (head & 0x20) != 0 ? received.get(size - 1) & 0xFF : 0;
        if ((head & 0x20) != 0 && padding == 0 || offset + padding > size) {
            return false;
        }
        payloadOffset = offset;
        payloadLength = size - offset - padding;
        return true;
    }

    public boolean marker() {
        return (bytes.get(1) & 0x80) != 0;
    }

    public int payloadType() {
        return bytes.get(1) & 0x7F;
    }

    /** 0 to 65535. */
    public int sequence() {
        return bytes.getShort(2) & 0xFFFF;
    }

    /** 32 bits, wrapping. */
    public int timestamp() {
        return bytes.getInt(4);
    }

    public int ssrc() {
        return bytes.getInt(8);
    }

    public int payloadLength() {
        return payloadLength;
    }

    /** One octet of the payload, unsigned. */
    public int payloadByte(int index) {
        return bytes.get(payloadOffset + index) & 0xFF;
    }

    /** Copies the payload. */
    public void payload(byte[] target) {
        bytes.get(payloadOffset, target, 0, payloadLength);
    }
}
