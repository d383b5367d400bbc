package org.callwright.call.codec;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Writes values by their declared types: numbers as variable-length integers, texts as UTF-8 with their length, times
 * as seconds and nanoseconds, enums as ordinals, records as their components, a member of a sealed family with its tag
 * first.
 */
final class ValueWriter {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(512);

    byte[] bytes() {
        return out.toByteArray();
    }

    void octet(byte octet) {
        out.write(octet);
    }

    void value(Type type, Object value) {
        if (type instanceof ParameterizedType generic) {
            container(generic, value);
        } else if (value instanceof String text) {
            text(text);
        } else if (value instanceof Long number) {
            signed(number);
        } else if (value instanceof Integer number) {
            signed(number);
        } else if (value instanceof Boolean flag) {
            out.write(flag ? 1 : 0);
        } else if (value instanceof URI url) {
            text(url.toString());
        } else if (value instanceof Instant instant) {
            signed(instant.getEpochSecond());
            unsigned(instant.getNano());
        } else if (value instanceof Duration duration) {
            signed(duration.getSeconds());
            unsigned(duration.getNano());
        } else if (value instanceof Enum<?> constant) {
            unsigned(constant.ordinal());
        } else if (value instanceof java.lang.Record components) {
            record((Class<?>) type, components);
        } else {
            throw new SessionCodecException("not a type of sessions: " + type.getTypeName());
        }
    }

    private void container(ParameterizedType generic, Object value) {
        Type of = generic.getActualTypeArguments()[0];
        if (value instanceof Optional<?> optional) {
            out.write(optional.isPresent() ? 1 : 0);
            optional.ifPresent(present -> value(of, present));
        } else if (value instanceof List<?> list) {
            unsigned(list.size());
            list.forEach(element -> value(of, element));
        } else {
            throw new SessionCodecException("not a type of sessions: " + generic.getTypeName());
        }
    }

    private void record(Class<?> declared, java.lang.Record value) {
        if (declared.isInterface()) {
            unsigned(Tags.of(value.getClass()));
        }
        RecordShape shape = RecordShape.of(value.getClass());
        for (int i = 0; i < shape.types().size(); i++) {
            value(shape.types().get(i), shape.component(i, value));
        }
    }

    private void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        unsigned(utf8.length);
        out.write(utf8, 0, utf8.length);
    }

    private void signed(long number) {
        unsigned((number << 1) ^ (number >> 63));
    }

    private void unsigned(long number) {
        long rest = number;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
