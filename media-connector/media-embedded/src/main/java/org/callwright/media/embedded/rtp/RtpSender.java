package org.callwright.media.embedded.rtp;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import org.callwright.media.spi.MediaCodec;

/**
 * The sending side of a leg: cuts the stream of samples into packets of the agreed length and numbers them. Sequence
 * and time stamp run on without a break through prompts, silence and changes of codec; where nothing was sent the
 * time stamp jumps by the time that passed and the next packet carries the marker bit.
 */
public final class RtpSender {

    private static final int MAX_PACKET_SAMPLES = 480;
    private static final int HEADER = 12;

    private final int ssrc;
    private final short[] pending = new short[MAX_PACKET_SAMPLES + 160];
    private final byte[] payload = new byte[MAX_PACKET_SAMPLES * 2];
    private final ByteBuffer packet = ByteBuffer.allocateDirect(HEADER + MAX_PACKET_SAMPLES * 2);
    private MediaCodec codec;
    private int payloadType;
    private int packetSamples = 160;
    private int pendingSamples;
    private int sequence;
    private int timestamp;
    private boolean marker = true;
    private long packets;
    private long octets;

    /** The three start values should be random (RFC 3550, 5.1). */
    public RtpSender(int ssrc, int sequence, int timestamp) {
        this.ssrc = ssrc;
        this.sequence = sequence & 0xFFFF;
        this.timestamp = timestamp;
    }

    /** Changes how packets are made from now on. */
    public void use(MediaCodec newCodec, int newPayloadType, int newPacketSamples) {
        codec = newCodec;
        payloadType = newPayloadType;
        packetSamples = newPacketSamples;
    }

    /** The next packet begins a talkspurt (RFC 3551, 4.1). */
    public void beginTalkspurt() {
        marker = true;
    }

    /** Time passes and nothing is sent. */
    public void skip(int samples) {
        timestamp += pendingSamples + samples;
        pendingSamples = 0;
        marker = true;
    }

    /**
     * Sends the next 20 ms.
     *
     * @return packets that left
     */
    public int send(short[] samples, int count, DatagramChannel channel, SocketAddress target) throws IOException {
        System.arraycopy(samples, 0, pending, pendingSamples, count);
        pendingSamples += count;
        int sent = 0;
        int at = 0;
        while (pendingSamples - at >= packetSamples) {
            int length = codec.encode(pending, at, packetSamples, payload, 0);
            at += packetSamples;
            sent += packet(length, channel, target);
        }
        pendingSamples -= at;
        System.arraycopy(pending, at, pending, 0, pendingSamples);
        return sent;
    }

    private int packet(int length, DatagramChannel channel, SocketAddress target) throws IOException {
        packet.clear();
        packet.put((byte) 0x80).put((byte) (marker ? payloadType | 0x80 : payloadType));
        packet.putShort((short) sequence).putInt(timestamp).putInt(ssrc).put(payload, 0, length).flip();
        sequence = sequence + 1 & 0xFFFF;
        timestamp += packetSamples;
        marker = false;
        packets++;
        octets += length;
        return channel.send(packet, target) > 0 ? 1 : 0;
    }

    public int ssrc() {
        return ssrc;
    }

    /** Time stamp of the next packet. */
    public int timestamp() {
        return timestamp;
    }

    public long packets() {
        return packets;
    }

    public long octets() {
        return octets;
    }
}
