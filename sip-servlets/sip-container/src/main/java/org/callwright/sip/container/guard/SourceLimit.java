package org.callwright.sip.container.guard;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * How many requests outside dialogs one source address may send.
 *
 * @param perSecond in the long run, twice as many at once; 0: no limit
 * @param exempt sources without limit: trunks and balancers, through which the calls of many come
 */
public record SourceLimit(int perSecond, List<AddressRange> exempt) {
    public static final SourceLimit NONE = new SourceLimit(0, List.of());

    public SourceLimit {
        exempt = List.copyOf(exempt);
        if (perSecond < 0) {
            throw new IllegalArgumentException("requests per second: " + perSecond);
        }
    }

    /** @param exempt comma separated, see {@link AddressRange#parse}; what is unknown is told in the log */
    public static SourceLimit of(int perSecond, String exempt) {
        List<AddressRange> ranges = new ArrayList<>();
        for (String entry : exempt.split(",")) {
            List<AddressRange> found = AddressRange.parse(entry.strip());
            ranges.addAll(found);
            if (found.isEmpty() && !entry.isBlank()) {
                GuardLog.ROOT.unknownExempt(entry.strip());
            }
        }
        return new SourceLimit(perSecond, ranges);
    }

    boolean appliesTo(InetAddress source) {
        for (AddressRange range : exempt) {
            if (range.contains(source)) {
                return false;
            }
        }
        return true;
    }
}
