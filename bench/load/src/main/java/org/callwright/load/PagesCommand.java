package org.callwright.load;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callwright.load.report.Histogram;
import org.callwright.load.rest.RestClient;

/** Times the first page of a list, and the pages behind it along the cursor that each page names. */
final class PagesCommand {

    private static final Pattern NEXT = Pattern.compile("\"next_page_uri\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern TOTAL = Pattern.compile("\"total\"\\s*:\\s*(\\d+)");

    private final RestClient client;
    private final URI list;
    private final long pages;

    private PagesCommand(RestClient client, URI list, long pages) {
        this.client = client;
        this.list = list;
        this.pages = pages;
    }

    static Map<String, Object> run(Options options) throws IOException, InterruptedException {
        RestClient client = RestClient.of(options.text("account"), Path.of(options.text("token-file")));
        return new PagesCommand(client, URI.create(options.text("list")), options.number("pages", 200)).measure();
    }

    private Map<String, Object> measure() throws IOException, InterruptedException {
        Histogram cold = new Histogram();
        String page = timed(list, cold);
        for (int warm = 0; warm < 20; warm++) {
            page = timed(list, new Histogram());
        }
        Histogram first = new Histogram();
        for (long again = 0; again < pages; again++) {
            page = timed(list, first);
        }
        Histogram cursor = new Histogram();
        String total = group(TOTAL, page);
        long followed = 0;
        String next = group(NEXT, page);
        while (followed < pages && !next.equals("null")) {
            page = timed(list.resolve(next.replace("\\/", "/")), cursor);
            next = group(NEXT, page);
            followed++;
        }
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("rows", Long.parseLong(total));
        report.put("list", list.getPath());
        report.put("firstRequestMs", cold.max() / 1000.0);
        report.put("firstPageMs", first.summary());
        report.put("cursorPageMs", cursor.summary());
        return report;
    }

    private String timed(URI url, Histogram times) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        String body = client.get(url.toString());
        times.add((System.nanoTime() - begin) / 1000);
        return body;
    }

    private static String group(Pattern pattern, String page) throws IOException {
        Matcher found = pattern.matcher(page);
        if (!found.find()) {
            throw new IOException("the page has no " + pattern);
        }
        return found.group(1);
    }
}
