package org.callwright.media.jsr309.reflect;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaFailure;

/** An object of the implementation, called by the methods of one of the API's types, whatever its own class is. */
public final class Handle {

    private final Nouns nouns;
    private final Class<?> type;
    private final Object target;

    Handle(Nouns nouns, Class<?> type, Object target) {
        this.nouns = nouns;
        this.type = type;
        this.target = target;
    }

    public Nouns nouns() {
        return nouns;
    }

    /**
     * Calls a method; other handles among the arguments stand for their objects.
     *
     * @throws MediaException {@link MediaFailure#INTERNAL} when there is no such method, or with the cause when the
     *         implementation throws anything
     */
    public Object call(String name, Object... arguments) throws MediaException {
        Object[] plain = Arrays.stream(arguments)
                .map(argument -> argument instanceof Handle handle ? handle.target : argument).toArray();
        Method method = method(name, plain);
        try {
            return method.invoke(target, plain);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            throw new MediaException(MediaFailure.INTERNAL,
                    type.getSimpleName() + "." + name + " failed: " + cause, cause);
        } catch (IllegalAccessException e) {
            throw new MediaException(MediaFailure.INTERNAL, type.getName() + "." + name + " can't be called", e);
        }
    }

    /** The same of a method that gives something of the implementation. */
    public Handle get(String resultType, String name, Object... arguments) throws MediaException {
        Object result = call(name, arguments);
        if (result == null) {
            throw new MediaException(MediaFailure.INTERNAL, type.getSimpleName() + "." + name + " gave nothing");
        }
        return nouns.handle(resultType, result);
    }

    private Method method(String name, Object[] arguments) throws MediaException {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(name) && takes(method.getParameterTypes(), arguments))
                .findFirst()
                .orElseThrow(() -> new MediaException(MediaFailure.INTERNAL,
                        type.getName() + " has no " + name + " of " + arguments.length + " such arguments"));
    }

    private static boolean takes(Class<?>[] parameters, Object[] arguments) {
        boolean takes = parameters.length == arguments.length;
        for (int i = 0; takes && i < parameters.length; i++) {
            Class<?> parameter = parameters[i] == int.class ? Integer.class
                    : parameters[i] == boolean.class ? Boolean.class : parameters[i];
            takes = arguments[i] == null ? !parameters[i].isPrimitive() : parameter.isInstance(arguments[i]);
        }
        return takes;
    }
}
