package org.callwright.records;

/**
 * An order asked for.
 *
 * @param attribute the API's name, such as {@code DateCreated}; an unknown one means the natural order, oldest first
 */
public record Order(String attribute, boolean descending) {

    public static final Order NATURAL = new Order("", false);
}
