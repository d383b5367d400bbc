package org.callwright.tms.web.list;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.callwright.tms.PageWanted;

/**
 * Which page of a list was asked for, and the pages around it. What makes no sense as a page is the first one; nobody
 * is refused for it.
 *
 * @param number from 1
 * @param size 1 to 100
 * @param oldestFirst in which order
 * @param query the parameters besides the page's number, as they stand in links
 */
public record PageQuery(int number, int size, boolean oldestFirst, String query) {

    private static final int DEFAULT_SIZE = 50;
    private static final int LARGEST = 100;
    /** Times the largest size it is still an int. */
    private static final int LAST_NUMBER = 10_000_000;

    /** By the query's parameters {@code page}, {@code page_size} and {@code sort_order}. */
    public static PageQuery of(MultivaluedMap<String, String> parameters, boolean oldestFirst) {
        return of(parameters.getFirst("page"), parameters, oldestFirst);
    }

    /** @param page the number, as it stands in the path or the query */
    public static PageQuery of(String page, MultivaluedMap<String, String> parameters, boolean oldestFirst) {
        int size = number(parameters.getFirst("page_size")).map(given -> Math.min(given, LARGEST))
                .orElse(DEFAULT_SIZE);
        boolean order = oldestFirst(parameters.getFirst("sort_order"), oldestFirst);
        String query = (size == DEFAULT_SIZE ? "" : "&page_size=" + size)
                + (order == oldestFirst ? "" : "&sort_order=" + (order ? "ASC" : "DESC"));
        return new PageQuery(number(page).map(given -> Math.min(given, LAST_NUMBER)).orElse(1), size, order, query);
    }

    private static Optional<Integer> number(String text) {
        try {
            return Optional.ofNullable(text).map(Integer::valueOf).filter(number -> number > 0);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean oldestFirst(String order, boolean otherwise) {
        return switch (order == null ? "" : order.toUpperCase(Locale.ROOT)) {
            case "ASC" -> true;
            case "DESC" -> false;
            default -> otherwise;
        };
    }

    public PageWanted wanted() {
        return new PageWanted(number, size, oldestFirst);
    }

    /**
     * The value of {@code Link} (RFC 8288): what comes before unless this is the first page, what comes behind unless
     * it is the last; empty when there is nothing to link.
     *
     * @param path of the list, from the root
     * @param total rows of the whole list
     */
    public Optional<String> links(String path, long total) {
        long last = Math.max(1, (total + size - 1) / size);
        List<String> links = new ArrayList<>();
        if (number > 1) {
            links.add(link(path, 1, "first"));
            links.add(link(path, Math.min(number - 1, last), "prev"));
        }
        if (number < last) {
            links.add(link(path, number + 1, "next"));
            links.add(link(path, last, "last"));
        }
        return Optional.of(String.join(", ", links)).filter(text -> !text.isEmpty());
    }

    private String link(String path, long page, String relation) {
        return "<" + path + "?page=" + page + query + ">; rel=\"" + relation + "\"";
    }
}
