package org.callwright.media.embedded.rtp;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import org.callwright.media.spi.MediaCodec;

/**
 * The sending side of a leg: cuts the stream of samples into packets of the agreed length and numbers them. Sequence
 * and time stamp run on without a break through prompts, silence and changes of codec; where nothing was sent the
 * time stamp jumps by the time that passed and the next packet carries the marker bit. While a key is told there is no
 * other audio.
 */
public final class RtpSender {

    private static final int MAX_PACKET_SAMPLES = 480;
    private static final int HEADER = 12;

    private final int ssrc;
    private final short[] pending = new short[MAX_PACKET_SAMPLES + 160];
    private final byte[] payload = new byte[MAX_PACKET_SAMPLES * 2];
    private final ByteBuffer packet = ByteBuffer.allocateDirect(HEADER + MAX_PACKET_SAMPLES * 2);
    private final KeySender keys = new KeySender();
    private MediaCodec codec;
    private int payloadType;
    private int keyPayloadType = -1;
    private int keyStart;
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

    /** Changes how packets are made from now on; {@code newKeyPayloadType} -1: the peer takes no events. */
    public void use(MediaCodec newCodec, int newPayloadType, int newPacketSamples, int newKeyPayloadType) {
        keyPayloadType = newKeyPayloadType;
        codec = newCodec;
        payloadType = newPayloadType;
        packetSamples = newPacketSamples;
    }

    /** Tells the peer a key, behind those that wait; as a tone if it takes no events. */
    public void key(char key) {
        keys.add(key);
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
     * Sends the next 20 ms. The samples become a key's tone where one is to be heard instead.
     *
     * @return packets that left
     */
    public int send(short[] samples, int count, DatagramChannel channel, SocketAddress target) throws IOException {
        if (keys.next()) {
            if (keyPayloadType >= 0) {
                return sendKey(count, channel, target);
            }
            keys.sound(samples, count);
        }
        System.arraycopy(samples, 0, pending, pendingSamples, count);
        pendingSamples += count;
        int sent = 0;
        int at = 0;
        while (pendingSamples - at >= packetSamples) {
            int length = codec.encode(pending, at, packetSamples, payload, 0);
            at += packetSamples;
            sent += packet(payloadType, timestamp, length, channel, target);
            timestamp += packetSamples;
        }
        pendingSamples -= at;
        System.arraycopy(pending, at, pending, 0, pendingSamples);
        return sent;
    }

    /** All packets of a key have the time stamp of its beginning; the audio behind it begins anew. */
    private int sendKey(int samples, DatagramChannel channel, SocketAddress target) throws IOException {
        marker = keys.begins();
        if (marker) {
            timestamp += pendingSamples;
            pendingSamples = 0;
            keyStart = timestamp;
        }
        int sent = packet(keyPayloadType, keyStart, keys.write(payload, samples), channel, target);
        timestamp += samples;
        marker = true;
        return sent;
    }

    private int packet(int type, int stamp, int length, DatagramChannel channel, SocketAddress target)
            throws IOException {
        packet.clear();
        packet.put((byte) 0x80).put((byte) (marker ? type | 0x80 : type));
        packet.putShort((short) sequence).putInt(stamp).putInt(ssrc).put(payload, 0, length).flip();
        sequence = sequence + 1 & 0xFFFF;
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
