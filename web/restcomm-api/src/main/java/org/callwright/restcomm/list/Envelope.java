package org.callwright.restcomm.list;

import static org.callwright.web.document.Type.INTEGER;
import static org.callwright.web.document.Type.PATH;
import static org.callwright.web.document.Type.TEXT;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.callwright.records.Page;
import org.callwright.records.PageRequest;
import org.callwright.restcomm.RestcommApplication;
import org.callwright.restcomm.answer.Answer;
import org.callwright.restcomm.answer.ApiError;
import org.callwright.restcomm.answer.ApiException;
import org.callwright.web.document.Element;
import org.callwright.web.document.Elements;
import org.callwright.web.document.Shape;

/**
 * The paging around a list. Its rules are odd and kept: {@code num_pages} is the number of the last page;
 * {@code start} and {@code end} are texts; {@code end} counts one more on the last page than on the others; a page that
 * is not there is the text {@code "null"}; filters and order are not repeated in the URIs.
 */
public final class Envelope {

    private static final String NO_PAGE = "null";
    private static final String ALIAS = "/" + RestcommApplication.ALIAS_VERSION + "/";

    /** The paging of a page; its list comes behind it, under a name of its own. */
    public static final Shape<Envelope> SHAPE = Shape.<Envelope>named("Page")
            .with("page", INTEGER, "Number of this page, from 0", e -> e.asked.number())
            .with("num_pages", INTEGER, "Number of the last page", Envelope::lastPage)
            .with("page_size", INTEGER, "Resources on a full page", e -> e.asked.size())
            .with("total", INTEGER, "Resources of the whole list", e -> e.total)
            .maybe("limit", INTEGER, "Most resources that the client asked for", e -> boxed(e.asked.limit()))
            .with("start", TEXT, "Place of the page's first resource, as text", e -> String.valueOf(e.asked.offset()))
            .with("end", TEXT, "Place of its last resource, as text", Envelope::end)
            .with("uri", PATH, "The path that was asked", e -> e.path)
            .with("first_page_uri", PATH, "The first page", e -> e.pageUri(0))
            .orNull("previous_page_uri", PATH, "The page before; the text null when there is none", Envelope::previous)
            .orNull("next_page_uri", PATH, "The page behind; the text null when there is none", Envelope::next)
            .with("last_page_uri", PATH, "The last page", e -> e.pageUri(e.lastPage()));

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

    private static Optional<Integer> boxed(OptionalInt number) {
        return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
    }

    private long lastPage() {
        return total / asked.size();
    }

    private boolean last() {
        return asked.number() == lastPage();
    }

    private String end() {
        return String.valueOf(asked.offset() + (last() ? rows : asked.size() - 1));
    }

    private Optional<?> previous() {
        return asked.number() == 0 ? noPage() : Optional.of(pageUri(asked.number() - 1L));
    }

    private Optional<?> next() {
        return last() ? noPage() : Optional.of(pageUri(asked.number() + 1L) + afterSid());
    }

    /** A text for a page that is not there; clients of the alias version want it empty. */
    private Optional<?> noPage() {
        return path.startsWith(ALIAS) ? Optional.empty() : Optional.of(NO_PAGE);
    }

    private String pageUri(long page) {
        String limit = asked.limit().isPresent() ? "&Limit=" + asked.limit().getAsInt() : "";
        return path + "?Page=" + page + "&PageSize=" + asked.size() + limit;
    }

    private String afterSid() {
        return lastSid.isEmpty() ? "" : "&AfterSid=" + lastSid;
    }

    private Element json(String collection, List<Element> elements) {
        return SHAPE.element(this).withJsonOnly(collection, elements);
    }

    /** XML has the same as attributes, their names without underscores. */
    private Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        SHAPE.values(this).forEach((name, value) -> attributes.put(
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
