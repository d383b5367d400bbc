package org.callwright.media.tts.http;

import java.util.Map;

/** The body of a request and what kind of text it is, told by how it begins. */
record Body(Template template, Kind kind) {

    /** Kinds of bodies, each with its own way to write a value. */
    enum Kind {
        JSON("application/json"), XML("application/ssml+xml"), TEXT("text/plain");

        private final String mediaType;

        Kind(String mediaType) {
            this.mediaType = mediaType;
        }

        String mediaType() {
            return mediaType;
        }

        private String escape(String value) {
            return switch (this) {
                case JSON -> Template.json(value);
                case XML -> Template.xml(value);
                case TEXT -> value;
            };
        }
    }

    static Body of(String text, Map<String, String> names) {
        String start = text.strip();
        Kind kind = start.startsWith("{") ? Kind.JSON : start.startsWith("<") ? Kind.XML : Kind.TEXT;
        return new Body(Template.of(text, names), kind);
    }

    String fill(Map<String, String> values) {
        return template.fill(values, kind::escape);
    }
}
