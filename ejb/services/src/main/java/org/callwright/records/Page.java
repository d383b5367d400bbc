package org.callwright.records;

import java.util.List;

/**
 * A part of a list.
 *
 * @param total rows of the whole list
 */
public record Page<T>(List<T> rows, long total) {

    public Page {
        rows = List.copyOf(rows);
    }
}
