package org.callwright.call.codec;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The components of a record class, looked up once. */
final class RecordShape {

    private static final ClassValue<RecordShape> SHAPES = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return new RecordShape(type);
        }
    };

    private final Constructor<?> constructor;
    private final List<Method> accessors;
    private final List<Type> types;

    private RecordShape(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            constructor = type.getDeclaredConstructor(
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has a canonical constructor", e);
        }
        accessors = Arrays.stream(components).map(RecordComponent::getAccessor).toList();
        types = Arrays.stream(components).map(RecordComponent::getGenericType).toList();
    }

    static RecordShape of(Class<?> type) {
        return SHAPES.get(type);
    }

    List<Type> types() {
        return types;
    }

    Object component(int index, Object from) {
        try {
            return accessors.get(index).invoke(from);
        } catch (ReflectiveOperationException e) {
            throw new SessionCodecException("can't read " + accessors.get(index), e);
        }
    }

    Object make(Object[] components) {
        try {
            return constructor.newInstance(components);
        } catch (InvocationTargetException e) {
            throw new SessionCodecException("bad values for " + constructor.getDeclaringClass().getSimpleName(),
                    e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new SessionCodecException("can't make " + constructor.getDeclaringClass().getName(), e);
        }
    }
}
