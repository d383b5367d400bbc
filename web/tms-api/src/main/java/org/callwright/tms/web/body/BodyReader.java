package org.callwright.tms.web.body;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.callwright.tms.web.answer.RefusalException;

/** Reads a body by its Content-Type: JSON, or a form. UTF-8 always. */
public final class BodyReader {

    static final String RECIPIENTS = "recipients";

    private BodyReader() {
    }

    /**
     * Reads all of the body.
     *
     * @param contentType the header; null for none. Parameters, and a semicolon without one, mean nothing
     * @param wrapper name of an object that the fields may be in
     * @throws RefusalException when the body is of another type or not what its type says; what it said until then was
     *     told
     */
    public static void read(String contentType, InputStream body, String wrapper, Fields fields) {
        String type = contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        switch (type) {
            case "application/json" -> JsonBody.read(body, wrapper, fields);
            case "application/x-www-form-urlencoded" -> readForm(body, wrapper, fields);
            default -> throw RefusalException.unsupported();
        }
    }

    private static void readForm(InputStream body, String wrapper, Fields fields) {
        try {
            FormBody.read(new BufferedInputStream(body), wrapper, fields);
        } catch (IOException e) {
            throw RefusalException.malformedForm(e);
        }
    }
}
