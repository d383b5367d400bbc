package org.callwright.persistence;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many calls and Says each account has, kept in a table: counting a million rows for each page of a list would cost
 * many times the page. A new row is counted in the transaction that writes it; such rows are never deleted. An account's
 * count is one row that all servers add to, so they are locked in one order.
 */
final class RowTotals {

    static final String CALLS = "call_record";
    static final String SAYS = "say_record";

    private record Key(String table, String account) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int tables = table.compareTo(other.table);
            return tables != 0 ? tables : account.compareTo(other.account);
        }
    }

    private RowTotals() {
    }

    /** Counts what is new in this transaction; kinds of rows that are not counted are left out. */
    static void add(EntityManager em, Collection<?> entities) {
        SortedMap<Key, Long> added = new TreeMap<>();
        for (Object entity : entities) {
            if (entity instanceof CallEntity call) {
                added.merge(new Key(CALLS, call.account), 1L, Long::sum);
            } else if (entity instanceof SayEntity say) {
                added.merge(new Key(SAYS, say.account), 1L, Long::sum);
            }
        }
        added.forEach((key, rows) -> add(em, key, rows));
    }

    /** Two servers which both find no row yet: the one that comes second fails, and its writer tries again. */
    private static void add(EntityManager em, Key key, long rows) {
        int updated = em.createNativeQuery("update row_total set row_count = row_count + :added"
                        + " where table_name = :counted and account_sid = :account")
                .setParameter("added", rows)
                .setParameter("counted", key.table)
                .setParameter("account", key.account)
                .executeUpdate();
        if (updated == 0) {
            em.createNativeQuery("insert into row_total (table_name, account_sid, row_count)"
                            + " values (:counted, :account, :added)")
                    .setParameter("counted", key.table)
                    .setParameter("account", key.account)
                    .setParameter("added", rows)
                    .executeUpdate();
        }
    }

    /** Rows of these accounts together. */
    static long of(EntityManager em, String table, List<String> accounts) {
        if (accounts.isEmpty()) {
            return 0;
        }
        Object sum = em.createNativeQuery("select coalesce(sum(row_count), 0) from row_total"
                        + " where table_name = :counted and account_sid in (:accounts)")
                .setParameter("counted", table)
                .setParameter("accounts", accounts)
                .getSingleResult();
        return ((Number) sum).longValue();
    }
}
