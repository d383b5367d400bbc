package org.callwright.media.jsr309;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** Objects of the stand-in's interfaces, made of functions. */
final class Proxies {

    private static final String API = "javax.media.mscontrol.";

    private final ClassLoader loader;

    Proxies(ClassLoader loader) {
        this.loader = loader;
    }

    /** A method. */
    interface Call {

        Object with(Object[] arguments) throws Exception;
    }

    /** What has no function gives null. */
    Object of(String type, Map<String, Call> methods) {
        return proxy(type, (self, method, arguments) -> switch (method.getName()) {
            case "equals" -> self == arguments[0];
            case "hashCode" -> System.identityHashCode(self);
            case "toString" -> type;
            default -> {
                Call instead = Trouble.INSTEAD.get(type.substring(type.lastIndexOf('.') + 1) + "." + method.getName());
                yield instead != null ? instead.with(arguments)
                        : called(methods.getOrDefault(method.getName(), a -> null), arguments);
            }
        });
    }

    /** What goes wrong is told as the API's own exception. */
    private Object called(Call call, Object[] arguments) throws Throwable {
        try {
            return call.with(arguments);
        } catch (Exception e) {
            throw (Throwable) type("MsControlException").getConstructor(String.class).newInstance(e.getMessage());
        }
    }

    Object parameters() {
        Map<Object, Object> map = new HashMap<>();
        return proxy("Parameters", (self, method, arguments) -> method.invoke(map, arguments));
    }

    private Object proxy(String type, InvocationHandler handler) {
        return Proxy.newProxyInstance(loader, new Class<?>[] {type(type)}, handler);
    }

    private Class<?> type(String name) {
        try {
            return Class.forName(API + name, true, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    Object constant(String type, String name) {
        try {
            return type(type).getField(name).get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    void onEvent(Object listener, Object event) {
        try {
            type("MediaEventListener").getMethod("onEvent", type("MediaEvent")).invoke(listener, event);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Options by the names of their constants. */
    static Map<String, Object> named(Map<?, ?> options) {
        Map<String, Object> named = new HashMap<>();
        options.forEach((key, value) -> named.put(key.toString(), value));
        return named;
    }
}
