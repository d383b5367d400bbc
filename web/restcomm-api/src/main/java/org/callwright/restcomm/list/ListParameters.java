package org.callwright.restcomm.list;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.callwright.accounts.Accounts;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.CallSid;
import org.callwright.records.Order;
import org.callwright.records.PageRequest;
import org.callwright.restcomm.answer.ApiError;
import org.callwright.restcomm.answer.ApiException;
import org.callwright.restcomm.request.ApiRequest;

/** The query parameters of a list; what can't be read is refused with 400. */
public final class ListParameters {

    static final int DEFAULT_PAGE_SIZE = 50;
    /** A larger page is cut to this. */
    static final int LARGEST_PAGE_SIZE = 1_000;
    private static final Pattern SID = Pattern.compile("[A-Za-z0-9-]{1,69}");

    private final MultivaluedMap<String, String> query;

    public ListParameters(MultivaluedMap<String, String> query) {
        this.query = query;
    }

    public PageRequest page() {
        int size = number("PageSize", 1).orElse(DEFAULT_PAGE_SIZE);
        return new PageRequest(
                number("Page", 0).orElse(0),
                Math.min(size, LARGEST_PAGE_SIZE),
                number("Limit", 1),
                text("AfterSid").map(ListParameters::sid),
                text("SortBy").map(ListParameters::order).orElse(Order.NATURAL));
    }

    /** The account of the path, and with {@code SubAccounts=true} all below it. */
    public Set<AccountSid> accounts(ApiRequest request, Accounts accounts) {
        return "true".equalsIgnoreCase(query.getFirst("SubAccounts"))
                ? accounts.withDescendants(request.sid())
                : Set.of(request.sid());
    }

    /** The parameter when it is given and not empty. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(query.getFirst(name)).filter(value -> !value.isEmpty());
    }

    /** First moment of the second or day that is named. */
    public Optional<Instant> from(String name) {
        return read(name, DateParameter::start);
    }

    /** Last moment of the second that is named; a day means its midnight. */
    public Optional<Instant> until(String name) {
        return read(name, DateParameter::end);
    }

    public Optional<CallSid> callSid(String name) {
        return read(name, CallSid::new);
    }

    /** A number in digits, at least this. */
    public OptionalInt number(String name, int least) {
        Optional<Integer> number = read(name, Integer::parseInt);
        if (number.filter(value -> value < least).isPresent()) {
            throw ApiException.badParameter(name, "must be at least " + least);
        }
        return number.map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    /** Reads a parameter by a function which throws when it can't. */
    public <T> Optional<T> read(String name, Function<String, T> reader) {
        try {
            return text(name).map(reader);
        } catch (RuntimeException e) {
            throw ApiException.badParameter(name, "cannot be read");
        }
    }

    private static String sid(String text) {
        if (!SID.matcher(text).matches()) {
            throw ApiException.badParameter("AfterSid", "is no SID");
        }
        return text;
    }

    private static Order order(String text) {
        String[] parts = text.split(":", -1);
        boolean descending = parts.length == 2 && parts[1].equalsIgnoreCase("desc");
        boolean ascending = parts.length == 1 || parts.length == 2 && parts[1].equalsIgnoreCase("asc");
        if (parts[0].isEmpty() || !ascending && !descending) {
            throw new ApiException(ApiError.BAD_SORT,
                    "Error parsing the SortBy parameter: want an attribute, and asc or desc behind a colon");
        }
        return new Order(parts[0], descending);
    }
}
