package org.callwright.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.callwright.persistence.ListQuery.Column;
import org.callwright.records.Order;

/** The API's sort attributes and the columns behind them; every other attribute means oldest first. */
record Orders(Map<String, String> columns) {

    static final Orders CALLS = new Orders(Map.of(
            "DateCreated", "created",
            "From", "fromAddress",
            "To", "toAddress",
            "Direction", "direction",
            "Status", "status",
            "Duration", "duration"));
    static final Orders RECORDINGS = new Orders(Map.of(
            "DateCreated", "created", "Duration", "duration", "CallSid", "call"));
    static final Orders NOTIFICATIONS = new Orders(Map.of(
            "DateCreated", "created",
            "Log", "log",
            "ErrorCode", "code",
            "CallSid", "call",
            "MessageText", "message"));
    static final Orders NUMBERS = new Orders(Map.of(
            "PhoneNumber", "number", "FriendlyName", "friendlyName", "DateCreated", "created"));
    static final Orders NATURAL = new Orders(Map.of());

    /** The asked column, then the date: newest first behind another column, oldest first by itself. */
    List<Column> of(Order order) {
        String column = columns.getOrDefault(order.attribute(), "created");
        boolean natural = !columns.containsKey(order.attribute());
        List<Column> result = new ArrayList<>();
        result.add(new Column(column, !natural && order.descending()));
        if (!"created".equals(column)) {
            result.add(new Column("created", true));
        }
        return result;
    }
}
