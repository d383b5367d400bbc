package org.callwright.media.mgcp.transaction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The value of {@code K:} (RFC 3435, 3.2.2.19): transaction ids and ranges of them. */
final class ResponseAck {

    private static final Pattern RANGE = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9}))?");
    private static final int MAX_IDS = 256;

    private ResponseAck() {
    }

    /** At most 256 ids; what is no range is read over. */
    static List<Integer> parse(String text) {
        List<Integer> ids = new ArrayList<>();
        for (String item : text.split(",")) {
            Matcher matcher = RANGE.matcher(item.strip());
            if (matcher.matches()) {
                int first = Integer.parseInt(matcher.group(1));
                int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
                for (int id = first; id <= last && ids.size() < MAX_IDS; id++) {
                    ids.add(id);
                }
            }
        }
        return ids;
    }
}
