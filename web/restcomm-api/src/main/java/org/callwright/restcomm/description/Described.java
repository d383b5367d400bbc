package org.callwright.restcomm.description;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a resource's method does, for the description; paths and methods are taken from the code itself. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Described {

    /** In a sentence. */
    String value();

    Shape answer() default Shape.RESOURCE;

    /** Query parameters besides those that every page of a list has. */
    String[] query() default {};

    /** Parameters of the form. */
    String[] form() default {};

    /** Which of the form's parameters must be there. */
    String[] required() default {};

    /** Statuses of refusals besides those that every operation has. */
    int[] refusals() default {};

    /** What the answer is. */
    enum Shape {
        /** One resource. */
        RESOURCE,
        /** A page of a list, with its envelope. */
        PAGE,
        /** A list without paging. */
        ARRAY,
        /** Nothing, with status 200. */
        EMPTY,
        /** Nothing, with status 204. */
        NO_CONTENT
    }
}
