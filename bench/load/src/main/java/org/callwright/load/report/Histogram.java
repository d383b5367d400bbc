package org.callwright.load.report;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts durations in microseconds, exact below 64 and to 1/64 above, without keeping them. A percentile is the upper
 * end of its bucket, so that it never looks better than it was, but never above the largest value. Belongs to one
 * thread.
 */
public final class Histogram {

    private static final int PRECISION_BITS = 6;
    private static final int EXACT = 1 << PRECISION_BITS;

    private final long[] counts = new long[(64 - PRECISION_BITS) * EXACT];
    private long count;
    private long max;

    /** @param micros negative counts as 0 */
    public void add(long micros) {
        long value = Math.max(0, micros);
        counts[bucket(value)]++;
        count++;
        max = Math.max(max, value);
    }

    public long count() {
        return count;
    }

    public long max() {
        return max;
    }

    /**
     * The least value that at least this share of all is not above.
     *
     * @param share 0 to 1
     * @return microseconds; 0 when nothing was counted
     */
    public long percentile(double share) {
        long wanted = Math.max(1, (long) Math.ceil(share * count));
        long seen = 0;
        for (int bucket = 0; bucket < counts.length && count > 0; bucket++) {
            seen += counts[bucket];
            if (seen >= wanted) {
                return Math.min(max, upperEnd(bucket));
            }
        }
        return 0;
    }

    /** Count, median, p90, p99, p99.9 and maximum in milliseconds, for a report. */
    public Map<String, Object> summary() {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("count", count);
        summary.put("p50", percentile(0.5) / 1000.0);
        summary.put("p90", percentile(0.9) / 1000.0);
        summary.put("p99", percentile(0.99) / 1000.0);
        summary.put("p999", percentile(0.999) / 1000.0);
        summary.put("max", max / 1000.0);
        return summary;
    }

    private static int bucket(long value) {
        if (value < EXACT) {
            return (int) value;
        }
        int shift = 63 - PRECISION_BITS - Long.numberOfLeadingZeros(value);
        return (shift + 1) * EXACT + (int) (value >> shift) - EXACT;
    }

    private static long upperEnd(int bucket) {
        if (bucket < EXACT) {
            return bucket;
        }
        int shift = bucket / EXACT - 1;
        return ((long) (bucket % EXACT + EXACT + 1) << shift) - 1;
    }
}
