package org.callwright.media.embedded.rtp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;

/**
 * The leg's RTCP (RFC 3550, 6): a sender or receiver report with SDES CNAME every five seconds or so, BYE at the end.
 * Received reports serve as a sign of life and for the round-trip fields of ours.
 */
final class Rtcp {

    private static final int SENDER_REPORT = 200;
    private static final int RECEIVER_REPORT = 201;
    private static final int DESCRIPTION = 202;
    private static final int BYE = 203;
    private static final int LAST_KNOWN = 207;
    private static final long INTERVAL = 5_000_000_000L;
    private static final long NTP_EPOCH = 2_208_988_800L;

    private final RtpSender sender;
    private final RtpReceiver receiver;
    private final byte[] cname;
    private final ByteBuffer out = ByteBuffer.allocateDirect(256);
    private final ByteBuffer in = ByteBuffer.allocateDirect(1500);
    private long nextReport;
    private long packetsAtReport;
    private int lastSenderReport;
    private long lastSenderReportAt;
    private boolean reported;

    Rtcp(RtpSender sender, RtpReceiver receiver, String cname, long nanoTime) {
        this.sender = sender;
        this.receiver = receiver;
        this.cname = cname.getBytes(StandardCharsets.US_ASCII);
        this.nextReport = nanoTime + INTERVAL / 2 + Math.floorMod(sender.ssrc(), INTERVAL / 2);
    }

    /** Empties the socket; whether a well-formed report came from the host that the RTP comes from. */
    boolean receive(DatagramChannel channel, long nanoTime) throws IOException {
        boolean alive = false;
        for (int i = 0; i < 8; i++) {
            in.clear();
            SocketAddress source = channel.receive(in);
            if (source == null) {
                return alive;
            }
            in.flip();
            if (wellFormed() && samePeer(source)) {
                alive = true;
                if ((in.get(1) & 0xFF) == SENDER_REPORT && in.limit() >= 20) {
                    lastSenderReport = (int) (in.getLong(8) >>> 16);
                    lastSenderReportAt = nanoTime;
                }
            }
        }
        return alive;
    }

    private boolean wellFormed() {
        if (in.limit() < 8 || (in.get(0) & 0xC0) != 0x80) {
            return false;
        }
        int type = in.get(1) & 0xFF;
        return type >= SENDER_REPORT && type <= LAST_KNOWN && 4 * ((in.getShort(2) & 0xFFFF) + 1) <= in.limit();
    }

    private boolean samePeer(SocketAddress source) {
        return receiver.target() instanceof InetSocketAddress peer && source instanceof InetSocketAddress from
                && peer.getAddress().equals(from.getAddress());
    }

    /** Whether it is time for a report. */
    boolean due(long nanoTime) {
        return nanoTime - nextReport >= 0;
    }

    /** Sends a report. */
    void report(DatagramChannel channel, SocketAddress target, long nanoTime) throws IOException {
        nextReport = nanoTime + INTERVAL;
        compound(nanoTime);
        channel.send(out.flip(), target);
        reported = true;
    }

    /** Says good-bye, when anything was ever sent (RFC 3550, 6.3.7). */
    void bye(DatagramChannel channel, SocketAddress target, long nanoTime) throws IOException {
        if (reported || sender.packets() > 0) {
            compound(nanoTime);
            out.putShort((short) (0x8100 + BYE)).putShort((short) 1).putInt(sender.ssrc());
            channel.send(out.flip(), target);
        }
    }

    private void compound(long nanoTime) {
        boolean sending = sender.packets() != packetsAtReport;
        boolean receiving = receiver.sequences().started();
        packetsAtReport = sender.packets();
        int blocks = receiving ? 1 : 0;
        out.clear();
        out.put((byte) (0x80 | blocks)).put((byte) (sending ? SENDER_REPORT : RECEIVER_REPORT));
        out.putShort((short) ((sending ? 6 : 1) + 6 * blocks)).putInt(sender.ssrc());
        if (sending) {
            long millis = System.currentTimeMillis();
            out.putInt((int) (millis / 1000 + NTP_EPOCH)).putInt((int) ((millis % 1000 << 32) / 1000));
            out.putInt(sender.timestamp()).putInt((int) sender.packets()).putInt((int) sender.octets());
        }
        if (receiving) {
            block(nanoTime);
        }
        description();
    }

    private void block(long nanoTime) {
        SequenceTracker sequences = receiver.sequences();
        out.putInt(receiver.ssrc());
        out.putInt(sequences.fractionLost() << 24 | (int) sequences.cumulativeLost() & 0xFF_FFFF);
        out.putInt((int) sequences.highest()).putInt(sequences.jitter()).putInt(lastSenderReport);
        long delay = lastSenderReport == 0 ? 0 : (nanoTime - lastSenderReportAt) / 1000 * 65_536 / 1_000_000;
        out.putInt((int) delay);
    }

    private void description() {
        int words = (4 + 2 + cname.length + 1 + 3) / 4;
        int end = out.position() + 4 + words * 4;
        out.putShort((short) (0x8100 + DESCRIPTION)).putShort((short) words).putInt(sender.ssrc());
        out.put((byte) 1).put((byte) cname.length).put(cname);
        while (out.position() < end) {
            out.put((byte) 0);
        }
    }
}
