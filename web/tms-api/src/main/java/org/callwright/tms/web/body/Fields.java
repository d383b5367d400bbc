package org.callwright.tms.web.body;

import java.util.Optional;

/** Is told what a body has, in the order in which it comes. */
public interface Fields {

    /**
     * A field with one value; a number comes as its digits.
     *
     * @param value empty for null, true, false, lists and objects
     */
    void text(String name, Optional<String> value);

    /**
     * One more of the recipients.
     *
     * @param phone empty when it has none
     */
    default void recipient(Optional<String> phone) {
    }
}
