package org.callwright.phone.media;

import java.util.HashMap;
import java.util.Map;

/** Takes received packets apart: audio onto the timeline, keys into the list of digits, numbers into the statistics. */
final class RtpReceiver {

    private static final String KEYS = "0123456789*#ABCD";

    private final Timeline timeline = new Timeline();
    private final StringBuilder digits = new StringBuilder();
    private final Map<Integer, Format> formats = new HashMap<>();
    private Integer lastEventTimestamp;
    private int highestSequence = -1;
    private long lastArrival;
    private long received;
    private long lost;
    private long outOfOrder;
    private long longestGap;

    /** Tells which payload types mean what; earlier ones stay valid, as packets may be under way. */
    synchronized void expect(Iterable<Format> more) {
        more.forEach(format -> formats.put(format.payloadType(), format));
    }

    synchronized void received(RtpPacket packet) {
        long now = System.nanoTime();
        count(packet, now);
        Format format = formats.get(packet.payloadType());
        if (format == null) {
            return;
        }
        if (format.telephoneEvent()) {
            event(packet);
        } else {
            Codec.of(format).ifPresent(codec -> timeline.add(packet, codec.decode(packet.payload()), now));
        }
    }

    private void event(RtpPacket packet) {
        boolean repeated = lastEventTimestamp != null && lastEventTimestamp == packet.timestamp();
        if (!repeated && packet.payload().length >= 4 && packet.payload()[0] >= 0 && packet.payload()[0] < 16) {
            lastEventTimestamp = packet.timestamp();
            digits.append(KEYS.charAt(packet.payload()[0]));
        }
    }

    private void count(RtpPacket packet, long now) {
        received++;
        int step = (short) (packet.sequence() - highestSequence);
        if (highestSequence >= 0 && step <= 0) {
            outOfOrder++;
            lost = Math.max(0, lost - 1);
            return;
        }
        if (highestSequence >= 0) {
            lost += step - 1;
            longestGap = step == 1 ? Math.max(longestGap, (now - lastArrival) / 1_000_000) : longestGap;
        }
        highestSequence = packet.sequence();
        lastArrival = now;
    }

    synchronized String digits() {
        return digits.toString();
    }

    synchronized RtpStatistics statistics(long sent) {
        return new RtpStatistics(sent, received, lost, outOfOrder, longestGap);
    }

    /** How long nothing has arrived, in milliseconds; 0 before the first packet. */
    synchronized long quietMillis() {
        return received == 0 ? 0 : (System.nanoTime() - lastArrival) / 1_000_000;
    }

    Timeline timeline() {
        return timeline;
    }
}
