package org.callwright.call.codec;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what {@link ValueWriter} wrote. Trusts nothing: lengths, tags, ordinals and the values themselves are checked.
 */
final class ValueReader {

    private final byte[] bytes;
    private int at;

    ValueReader(byte[] bytes) {
        this.bytes = bytes;
    }

    void end() {
        if (at != bytes.length) {
            throw new SessionCodecException("bytes behind the end of the session");
        }
    }

    byte octet() {
        if (at >= bytes.length) {
            throw new SessionCodecException("the session is cut off");
        }
        return bytes[at++];
    }

    Object value(Type type) {
        if (type instanceof ParameterizedType generic) {
            return container(generic);
        }
        Class<?> declared = (Class<?>) type;
        try {
            return simple(declared);
        } catch (DateTimeException | ArithmeticException | IllegalArgumentException e) {
            throw new SessionCodecException("bad value for " + declared.getSimpleName(), e);
        }
    }

    private Object container(ParameterizedType generic) {
        Type of = generic.getActualTypeArguments()[0];
        if (generic.getRawType() == Optional.class) {
            return flag() ? Optional.of(value(of)) : Optional.empty();
        }
        int size = length();
        List<Object> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            list.add(value(of));
        }
        return List.copyOf(list);
    }

    private Object simple(Class<?> type) {
        if (type == String.class) {
            return text();
        } else if (type == long.class || type == Long.class) {
            return signed();
        } else if (type == int.class || type == Integer.class) {
            return Math.toIntExact(signed());
        } else if (type == boolean.class || type == Boolean.class) {
            return flag();
        } else if (type == URI.class) {
            return URI.create(text());
        } else if (type == Instant.class) {
            return Instant.ofEpochSecond(signed(), unsigned());
        } else if (type == Duration.class) {
            return Duration.ofSeconds(signed(), unsigned());
        } else if (type.isEnum()) {
            return constant(type);
        } else if (type.isRecord()) {
            return record(type);
        } else if (type.isSealed()) {
            return record(Tags.classOf(Math.toIntExact(unsigned()), type));
        }
        throw new SessionCodecException("not a type of sessions: " + type.getName());
    }

    private Object constant(Class<?> type) {
        long ordinal = unsigned();
        Object[] constants = type.getEnumConstants();
        if (ordinal < 0 || ordinal >= constants.length) {
            throw new SessionCodecException("unknown " + type.getSimpleName() + " " + ordinal);
        }
        return constants[(int) ordinal];
    }

    private Object record(Class<?> type) {
        RecordShape shape = RecordShape.of(type);
        Object[] components = new Object[shape.types().size()];
        for (int i = 0; i < components.length; i++) {
            components[i] = value(shape.types().get(i));
        }
        return shape.make(components);
    }

    private boolean flag() {
        byte octet = octet();
        if (octet != 0 && octet != 1) {
            throw new SessionCodecException("bad flag " + octet);
        }
        return octet == 1;
    }

    private String text() {
        int length = length();
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    /** A length or count; there can't be more elements than bytes. */
    private int length() {
        long length = unsigned();
        if (length < 0 || length > bytes.length - at) {
            throw new SessionCodecException("bad length " + length);
        }
        return (int) length;
    }

    private long signed() {
        long number = unsigned();
        return (number >>> 1) ^ -(number & 1);
    }

    private long unsigned() {
        long number = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte octet = octet();
            number |= (long) (octet & 0x7F) << shift;
            if (octet >= 0) {
                return number;
            }
        }
        throw new SessionCodecException("bad number");
    }
}
