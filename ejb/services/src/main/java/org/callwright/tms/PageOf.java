package org.callwright.tms;

import java.util.List;

/** A page of a list, and how many the whole list has. */
public record PageOf<T>(List<T> items, long total) {

    public PageOf {
        items = List.copyOf(items);
    }
}
