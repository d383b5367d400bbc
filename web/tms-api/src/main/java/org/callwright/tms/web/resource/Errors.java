package org.callwright.tms.web.resource;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.callwright.web.document.Element;

/** What is wrong with the fields of a request: texts by field. */
final class Errors {

    static final int STATUS = 422;
    static final String BLANK = "can't be blank";
    static final String INVALID = "is invalid";

    private final Map<String, List<String>> texts = new LinkedHashMap<>();

    void add(String field, String text) {
        texts.computeIfAbsent(field, name -> new ArrayList<>()).add(text);
    }

    boolean isEmpty() {
        return texts.isEmpty();
    }

    static String tooLong(int most) {
        return "is too long (maximum is " + most + " characters)";
    }

    Element element() {
        Element element = Element.named("Errors");
        texts.forEach(element::withJsonOnly);
        return element;
    }
}
