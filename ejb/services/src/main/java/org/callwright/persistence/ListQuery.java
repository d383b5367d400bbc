package org.callwright.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.callwright.call.value.AccountSid;
import org.callwright.records.Page;
import org.callwright.records.PageRequest;

/**
 * One list query: conditions, an order that ends with the SID and so is total, and a page cut out of it. With the SID of
 * the last row seen the page is found by comparing the sort columns with that row's (keyset), which costs the same on
 * every page; otherwise by offset. Only texts of this package get into the query, values are always parameters.
 *
 * @param <E> the entity
 */
final class ListQuery<E> {

    private final Class<E> type;
    private final String entity;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final List<String> accounts;
    private Optional<String> counted = Optional.empty();

    /** A column of an order. */
    record Column(String field, boolean descending) {
    }

    ListQuery(Class<E> type, String entity, Collection<AccountSid> accounts) {
        this.type = type;
        this.entity = entity;
        this.accounts = accounts.stream().map(AccountSid::value).toList();
        where("e.account in :accounts", "accounts", this.accounts);
    }

    /** Without conditions besides the accounts, the total is that of {@link RowTotals} for this table. */
    ListQuery<E> counted(String table) {
        counted = Optional.of(table);
        return this;
    }

    ListQuery<E> where(String condition) {
        conditions.add(condition);
        return this;
    }

    ListQuery<E> where(String condition, String parameter, Object value) {
        conditions.add(condition);
        parameters.put(parameter, value);
        return this;
    }

    ListQuery<E> equal(String field, Optional<?> value) {
        value.ifPresent(present -> where("e." + field + " = :" + field, field, present));
        return this;
    }

    /** Equal, or like when the text has a {@code %}. */
    ListQuery<E> like(String field, Optional<String> text) {
        text.ifPresent(present -> where(
                "e." + field + (present.contains("%") ? " like :" : " = :") + field, field, present));
        return this;
    }

    /** Both ends inclusive. */
    ListQuery<E> created(Optional<Instant> from, Optional<Instant> until) {
        from.ifPresent(time -> where("e.created >= :from", "from", time));
        until.ifPresent(time -> where("e.created <= :until", "until", time));
        return this;
    }

    <T> Page<T> page(EntityManager em, PageRequest page, List<Column> order, Function<E, T> toValue) {
        long total = page.cut(matching(em));
        if (page.room() == 0) {
            return new Page<>(List.of(), total);
        }
        List<Column> columns = total(order);
        Optional<Object[]> last = page.after().flatMap(sid -> keys(em, columns, sid));
        String where = condition();
        Map<String, Object> values = new LinkedHashMap<>(parameters);
        if (last.isPresent()) {
            where += " and " + behind(columns, last.get(), values);
        }
        Query query = bind(em.createQuery(
                "select e from " + entity + " e where " + where + " order by " + orderBy(columns), type), values);
        if (last.isEmpty()) {
            query.setFirstResult(Math.toIntExact(Math.min(page.offset(), Integer.MAX_VALUE)));
        }
        List<?> rows = query.setMaxResults(page.room()).getResultList();
        return new Page<>(rows.stream().map(type::cast).map(toValue).toList(), total);
    }

    private long matching(EntityManager em) {
        if (counted.isPresent() && conditions.size() == 1) {
            return RowTotals.of(em, counted.get(), accounts);
        }
        Object count = bind(em.createQuery("select count(e) from " + entity + " e where " + condition()), parameters)
                .getSingleResult();
        return ((Number) count).longValue();
    }

    /**
     * The order made total by the SID, in the direction of the column before it. Of one account, it begins with the
     * account: that changes nothing for the rows, and lets H2 see that it is the order of the index.
     */
    private List<Column> total(List<Column> order) {
        List<Column> columns = new ArrayList<>();
        if (accounts.size() == 1) {
            columns.add(new Column("account", order.get(0).descending));
        }
        columns.addAll(order);
        columns.add(new Column("sid", order.get(order.size() - 1).descending));
        return columns;
    }

    private String condition() {
        return String.join(" and ", conditions);
    }

    /** The sort columns of the row that the page before ended with. */
    private Optional<Object[]> keys(EntityManager em, List<Column> columns, String sid) {
        String fields = String.join(", ", columns.stream().map(column -> "e." + column.field).toList());
        Map<String, Object> values = new LinkedHashMap<>(parameters);
        values.put("after", sid);
        List<?> rows = bind(em.createQuery(
                "select " + fields + " from " + entity + " e where e.sid = :after and " + condition(),
                Object[].class), values).getResultList();
        return rows.stream().map(Object[].class::cast).findFirst();
    }

    /**
     * Lexicographic: a later first column, or the same first and a later second, and so on. That the first is not
     * earlier follows, and is said nevertheless: it is where a database enters the index.
     */
    private String behind(List<Column> columns, Object[] last, Map<String, Object> values) {
        List<String> alternatives = new ArrayList<>();
        String same = "";
        int fixed = accounts.size() == 1 ? 1 : 0;
        for (int i = fixed; i < columns.size(); i++) {
            Column column = columns.get(i);
            values.put("key" + i, last[i]);
            alternatives.add("(" + same + "e." + column.field + (column.descending ? " < :key" : " > :key") + i + ")");
            same += "e." + column.field + " = :key" + i + " and ";
        }
        Column first = columns.get(fixed);
        return "e." + first.field + (first.descending ? " <= :key" : " >= :key") + fixed
                + " and (" + String.join(" or ", alternatives) + ")";
    }

    private static String orderBy(List<Column> columns) {
        return String.join(", ", columns.stream()
                .map(column -> "e." + column.field + (column.descending ? " desc" : " asc"))
                .toList());
    }

    private static Query bind(Query query, Map<String, Object> values) {
        values.forEach(query::setParameter);
        return query;
    }
}
