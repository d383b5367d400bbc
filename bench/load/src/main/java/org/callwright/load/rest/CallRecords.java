package org.callwright.load.rest;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many call records an account has, by the total of its list of calls. */
public final class CallRecords {

    private static final Pattern TOTAL = Pattern.compile("\"total\"\\s*:\\s*(\\d+)");
    private static final int CHECKS = 120;

    private final RestClient client;
    private final String list;

    /** @param list URL of the JSON list of calls, without a query */
    public CallRecords(RestClient client, String list) {
        this.client = client;
        this.list = list;
    }

    public long total() throws IOException, InterruptedException {
        String body = client.get(list + "?PageSize=1");
        Matcher total = TOTAL.matcher(body);
        if (!total.find()) {
            throw new IOException("no total in the list of calls");
        }
        return Long.parseLong(total.group(1));
    }

    /** Waits up to a minute for that many records more than before; gives how many there were in the end. */
    public long awaitMore(long before, long wanted) throws IOException, InterruptedException {
        long more = total() - before;
        for (int check = 0; check < CHECKS && more < wanted; check++) {
            Thread.sleep(500);
            more = total() - before;
        }
        return more;
    }
}
