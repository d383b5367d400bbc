package org.callwright.call.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.callwright.call.CallScript.answered;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callwright.call.CallScript;
import org.callwright.call.CallSession;
import org.callwright.call.rcml.Verb;
import org.callwright.call.state.Program;
import org.junit.jupiter.api.Test;

/** That every state survives the codec is checked after each event of each {@link CallScript}. */
class SessionCodecTest {

    /** Of the shape below; a new shape needs a new {@link SessionCodec#VERSION} and then a new fingerprint here. */
    private static final int FINGERPRINT = 50715616;

    private static CallScript menu() {
        return answered("<Gather action=\"/menu\" numDigits=\"1\"><Say>For roses press one, for tulips press two.</Say>"
                + "</Gather><Say>We heard nothing. Goodbye.</Say><Hangup/>");
    }

    @Test
    void sessionShouldBeSmall() {
        assertThat(SessionCodec.encode(menu().session())).hasSizeLessThan(1_024);
        assertThat(SessionCodec.encode(answered("<Record action=\"/done\"/>").keys("1").session()))
                .hasSizeLessThan(1_024);
    }

    @Test
    void unknownVersionShouldBeRefused() {
        byte[] bytes = SessionCodec.encode(menu().session());
        bytes[1] = 99;
        assertThatThrownBy(() -> SessionCodec.decode(bytes)).isInstanceOf(SessionCodecException.class)
                .hasMessageContaining("version 99");
    }

    @Test
    void otherBytesShouldBeRefused() {
        assertThatThrownBy(() -> SessionCodec.decode(new byte[0])).isInstanceOf(SessionCodecException.class);
        assertThatThrownBy(() -> SessionCodec.decode("hello".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(SessionCodecException.class).hasMessageContaining("not a session");
    }

    @Test
    void tagOfAnotherFamilyShouldBeRefused() {
        assertThat(Tags.classOf(1, Verb.class))
                .isEqualTo(Verb.Say.class);
        assertThatThrownBy(() -> Tags.classOf(1, Program.class))
                .isInstanceOf(SessionCodecException.class);
        assertThatThrownBy(() -> Tags.classOf(77, Program.class))
                .isInstanceOf(SessionCodecException.class);
    }

    @Test
    void cutOffSessionsShouldBeRefused() {
        byte[] bytes = SessionCodec.encode(menu().session());
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> SessionCodec.decode(cut)).isInstanceOf(SessionCodecException.class);
        }
        assertThatThrownBy(() -> SessionCodec.decode(Arrays.copyOf(bytes, bytes.length + 1)))
                .isInstanceOf(SessionCodecException.class);
    }

    @Test
    void damagedSessionsShouldBeReadOrRefusedButNothingElse() {
        byte[] bytes = SessionCodec.encode(menu().session());
        Random random = new Random(7);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = bytes.clone();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            try {
                SessionCodec.decode(damaged);
            } catch (SessionCodecException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(1_000);
    }

    @Test
    void shapeOfASessionShouldOnlyChangeWithItsVersion() {
        TreeMap<String, String> shape = new TreeMap<>();
        describe(CallSession.class, shape);
        assertThat(SessionCodec.VERSION).isEqualTo((byte) 12);
        assertThat(shape.toString().hashCode()).as(shape.toString()).isEqualTo(FINGERPRINT);
    }

    static void describe(Type type, TreeMap<String, String> shape) {
        if (type instanceof ParameterizedType generic) {
            describe(generic.getActualTypeArguments()[0], shape);
            return;
        }
        Class<?> known = (Class<?>) type;
        if (shape.containsKey(known.getName()) || !known.getName().startsWith("org.callwright")) {
            return;
        }
        if (known.isEnum()) {
            shape.put(known.getName(), Arrays.toString(known.getEnumConstants()));
        } else if (known.isRecord()) {
            shape.put(known.getName(), Stream.of(known.getRecordComponents())
                    .map(one -> one.getName() + ":" + one.getGenericType().getTypeName())
                    .collect(Collectors.joining(",")));
            Stream.of(known.getRecordComponents()).map(RecordComponent::getGenericType)
                    .forEach(component -> describe(component, shape));
        } else {
            shape.put(known.getName(), "family");
            members(known).forEach(member -> {
                shape.put(known.getName() + "#" + Tags.of(member), member.getName());
                describe(member, shape);
            });
        }
    }

    private static Stream<Class<?>> members(Class<?> family) {
        return Stream.<Class<?>>of(family.getPermittedSubclasses())
                .flatMap(type -> type.isInterface() ? members(type) : Stream.of(type));
    }
}
