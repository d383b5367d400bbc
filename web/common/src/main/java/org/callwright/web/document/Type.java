package org.callwright.web.document;

/** Types of properties, in the words of JSON Schema. */
public enum Type {
    TEXT("string", "", ""),
    /** A date in the manner of e-mail (RFC 5322), the day not padded, always UTC. */
    DATE("string", "", "^[A-Z][a-z]{2}, \\d{1,2} [A-Z][a-z]{2} \\d{4} \\d{2}:\\d{2}:\\d{2} \\+0000$"),
    /** A date by RFC 3339 with milliseconds. */
    DATE_TIME("string", "date-time", ""),
    /** Seconds as text, with decimals. */
    DECIMAL("string", "", "^\\d+\\.\\d{2,3}$"),
    URL("string", "uri", ""),
    /** A path or other part of a URL. */
    PATH("string", "uri-reference", ""),
    INTEGER("integer", "int64", ""),
    FLAG("boolean", "", ""),
    OBJECT("object", "", "");

    private final String schema;
    private final String format;
    private final String pattern;

    Type(String schema, String format, String pattern) {
        this.schema = schema;
        this.format = format;
        this.pattern = pattern;
    }

    /** The type's name in JSON Schema. */
    public String schema() {
        return schema;
    }

    /** The format's name in JSON Schema or OpenAPI; may be empty. */
    public String format() {
        return format;
    }

    /** A regular expression; may be empty. */
    public String pattern() {
        return pattern;
    }
}
