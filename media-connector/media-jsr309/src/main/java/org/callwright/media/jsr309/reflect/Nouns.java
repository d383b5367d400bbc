package org.callwright.media.jsr309.reflect;

import java.lang.reflect.Array;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.function.Consumer;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaFailure;

/** Types and constants of the API, as an implementation's class loader has them. */
public final class Nouns {

    private static final String API = "javax.media.mscontrol.";
    private static final String LISTENER = "MediaEventListener";

    private final ClassLoader loader;

    public Nouns(ClassLoader loader) {
        this.loader = loader;
    }

    ClassLoader loader() {
        return loader;
    }

    Class<?> type(String name) throws MediaException {
        try {
            return Class.forName(API + name, true, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            throw new MediaException(MediaFailure.INTERNAL, API + name + " can't be loaded: " + e, e);
        }
    }

    /**
     * A constant of a type or of one that it extends.
     *
     * @throws MediaException {@link MediaFailure#INTERNAL} when it is not there
     */
    public Object constant(String type, String name) throws MediaException {
        return findConstant(type, name).orElseThrow(() ->
                new MediaException(MediaFailure.INTERNAL, API + type + " has no " + name));
    }

    /** The same of a constant that an implementation may do without. */
    public Optional<Object> findConstant(String type, String name) {
        try {
            return Optional.ofNullable(type(type).getField(name).get(null));
        } catch (ReflectiveOperationException | MediaException e) {
            return Optional.empty();
        }
    }

    /** An array of one element, of that type. */
    public Object arrayOf(String type, Object element) throws MediaException {
        Object array = Array.newInstance(type(type), 1);
        Array.set(array, 0, element);
        return array;
    }

    /** Something of the implementation, to be called by the methods of this type. */
    public Handle handle(String type, Object target) throws MediaException {
        return new Handle(this, type(type), target);
    }

    /** A listener that hands its events over; what the receiver throws goes to the implementation. */
    public Object listener(String eventType, Consumer<Event> receiver) throws MediaException {
        Class<?> listener = type(LISTENER);
        return Proxy.newProxyInstance(listener.getClassLoader(), new Class<?>[] {listener}, (self, method, arguments) ->
                switch (method.getName()) {
                    case "onEvent" -> {
                        receiver.accept(new Event(this, eventType, handle(eventType, arguments[0])));
                        yield null;
                    }
                    case "equals" -> self == arguments[0];
                    case "hashCode" -> System.identityHashCode(self);
                    default -> LISTENER + " of " + eventType;
                });
    }
}
