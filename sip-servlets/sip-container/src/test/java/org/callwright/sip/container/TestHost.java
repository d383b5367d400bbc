package org.callwright.sip.container;

import jakarta.servlet.ServletContext;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.callwright.sip.container.application.ApplicationHost;

/** The surroundings of a test application: a servlet context with attributes, and nothing injected. */
final class TestHost implements ApplicationHost {
    private final Map<String, Object> attributes = new ConcurrentHashMap<>();
    private final ServletContext context = (ServletContext) Proxy.newProxyInstance(getClass().getClassLoader(),
            new Class<?>[] {ServletContext.class}, (proxy, method, arguments) -> switch (method.getName()) {
                case "getAttribute" -> attributes.get(arguments[0]);
                case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                case "removeAttribute" -> attributes.remove(arguments[0]);
                case "getAttributeNames" -> Collections.enumeration(attributes.keySet());
                case "getContextPath" -> "/test";
                case "toString" -> "test servlet context";
                default -> null;
            });

    Map<String, Object> attributes() {
        return attributes;
    }

    @Override
    public ServletContext servletContext() {
        return context;
    }

    @Override
    public ClassLoader classLoader() {
        return getClass().getClassLoader();
    }

    @Override
    public Managed newInstance(Class<?> type) throws Exception {
        return new Managed(type.getDeclaredConstructor().newInstance(), () -> { });
    }

    @Override
    public Scope enter() {
        ClassLoader previous = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(classLoader());
        return () -> Thread.currentThread().setContextClassLoader(previous);
    }
}
