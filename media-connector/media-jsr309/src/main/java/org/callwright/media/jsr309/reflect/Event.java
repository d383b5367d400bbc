package org.callwright.media.jsr309.reflect;

import java.util.Optional;
import org.callwright.media.spi.MediaException;

/** An event of the implementation. Its types, errors and qualifiers are constants of its interface. */
public final class Event {

    private final Nouns nouns;
    private final String type;
    private final Handle handle;

    Event(Nouns nouns, String type, Handle handle) {
        this.nouns = nouns;
        this.type = type;
        this.handle = handle;
    }

    /** Whether it is of this type of event. */
    public boolean is(String eventType) {
        return same("getEventType", type, eventType);
    }

    public boolean hasError(String error) {
        return same("getError", type, error);
    }

    public boolean hasQualifier(String qualifier) {
        return hasQualifier(type, qualifier);
    }

    /** The same of a constant that stands elsewhere. */
    public boolean hasQualifier(String constantsOf, String qualifier) {
        return same("getQualifier", constantsOf, qualifier);
    }

    public boolean successful() {
        return Boolean.TRUE.equals(value("isSuccessful").orElse(false));
    }

    /** For the log; never empty. */
    public String error() {
        return value("getErrorText").filter(text -> !text.toString().isBlank()).or(() -> value("getError"))
                .map(Object::toString).orElse("an unknown error");
    }

    /** What a method of the event gives; empty when that is null, or fails. */
    public Optional<Object> value(String method) {
        try {
            return Optional.ofNullable(handle.call(method));
        } catch (MediaException e) {
            return Optional.empty();
        }
    }

    private boolean same(String method, String constantsOf, String name) {
        Optional<Object> wanted = nouns.findConstant(constantsOf, name);
        return wanted.isPresent() && wanted.equals(value(method));
    }
}
