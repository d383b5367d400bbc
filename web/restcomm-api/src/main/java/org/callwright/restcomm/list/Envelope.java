package org.callwright.restcomm.list;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.callwright.records.Page;
import org.callwright.records.PageRequest;
import org.callwright.restcomm.RestcommApplication;
import org.callwright.restcomm.answer.Answer;
import org.callwright.restcomm.answer.ApiError;
import org.callwright.restcomm.answer.ApiException;
import org.callwright.web.document.Element;
import org.callwright.web.document.Elements;

/**
 * The paging around a list. Its rules are odd and kept: {@code num_pages} is the number of the last page;
 * {@code start} and {@code end} are texts; {@code end} counts one more on the last page than on the others; a page that
 * is not there is the text {@code "null"}; filters and order are not repeated in the URIs.
 */
public final class Envelope {

    private static final String NO_PAGE = "null";
    private static final String ALIAS = "/" + RestcommApplication.ALIAS_VERSION + "/";

    private final String path;
    private final PageRequest asked;
    private final long total;
    private final int rows;
    private final String lastSid;

    /**
     * @param path as the client wrote it
     * @param lastSid SID of the page's last row, empty when it has none
     */
    Envelope(String path, PageRequest asked, long total, int rows, String lastSid) {
        this.path = path;
        this.asked = asked;
        this.total = total;
        this.rows = rows;
        this.lastSid = lastSid;
        if (asked.number() > lastPage()) {
            throw new ApiException(ApiError.NO_SUCH_PAGE, "The last page is " + lastPage());
        }
    }

    private long lastPage() {
        return total / asked.size();
    }

    private boolean last() {
        return asked.number() == lastPage();
    }

    private Map<String, Object> properties() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("page", asked.number());
        all.put("num_pages", lastPage());
        all.put("page_size", asked.size());
        all.put("total", total);
        asked.limit().ifPresent(limit -> all.put("limit", limit));
        all.put("start", String.valueOf(asked.offset()));
        all.put("end", String.valueOf(asked.offset() + (last() ? rows : asked.size() - 1)));
        all.put("uri", path);
        all.put("first_page_uri", pageUri(0));
        all.put("previous_page_uri", asked.number() == 0 ? noPage() : pageUri(asked.number() - 1L));
        all.put("next_page_uri", last() ? noPage() : pageUri(asked.number() + 1L) + afterSid());
        all.put("last_page_uri", pageUri(lastPage()));
        return all;
    }

    /** A text for a page that is not there; clients of the alias version want it empty. */
    private Object noPage() {
        return path.startsWith(ALIAS) ? Optional.empty() : NO_PAGE;
    }

    private String pageUri(long page) {
        String limit = asked.limit().isPresent() ? "&Limit=" + asked.limit().getAsInt() : "";
        return path + "?Page=" + page + "&PageSize=" + asked.size() + limit;
    }

    private String afterSid() {
        return lastSid.isEmpty() ? "" : "&AfterSid=" + lastSid;
    }

    private Element json(String collection, List<Element> elements) {
        Element envelope = Element.named("Envelope");
        properties().forEach((name, value) -> {
            if (value instanceof Optional<?> absent) {
                envelope.withOrNull(name, absent);
            } else {
                envelope.withJsonOnly(name, value);
            }
        });
        return envelope.withJsonOnly(collection, elements);
    }

    /** XML has the same as attributes, their names without underscores. */
    private Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        properties().forEach((name, value) -> attributes.put(
                name.replace("_", ""), value instanceof Optional ? "" : value.toString()));
        return attributes;
    }

    /**
     * The list as an answer.
     *
     * @param xmlPaging whether the XML list carries the paging as attributes; not all kinds of lists do
     */
    public static <T> Answer around(
            ListNames names, boolean xmlPaging, String path, PageRequest asked, Page<T> page,
            Function<T, String> sid, Function<T, Element> element) {
        String last = page.rows().isEmpty() ? "" : sid.apply(page.rows().get(page.rows().size() - 1));
        Envelope envelope = new Envelope(path, asked, page.total(), page.rows().size(), last);
        List<Element> elements = page.rows().stream().map(element).toList();
        return new Answer(
                envelope.json(names.json(), elements),
                new Elements(names.xml(), xmlPaging ? envelope.attributes() : Map.of(), elements));
    }

    /** Names of a list in the two representations. */
    public record ListNames(String json, String xml) {
    }
}
