package org.callwright.sip.extension.deployment;

import io.undertow.servlet.api.ClassIntrospecter;
import io.undertow.servlet.api.InstanceHandle;
import jakarta.servlet.ServletContext;
import java.util.List;
import java.util.Map;
import org.callwright.sip.container.application.ApplicationHost;
import org.jboss.as.server.deployment.SetupAction;

/**
 * The surroundings of a SIP application inside the server: those of its web application. Threads that enter get the
 * application's class loader and its names ({@code java:comp}, {@code java:app}).
 */
final class WebApplicationHost implements ApplicationHost {
    private final ClassLoader classLoader;
    private final List<SetupAction> setupActions;
    private volatile ServletContext servletContext;
    private volatile ClassIntrospecter introspecter;

    WebApplicationHost(ClassLoader classLoader, List<SetupAction> setupActions) {
        this.classLoader = classLoader;
        this.setupActions = List.copyOf(setupActions);
    }

    void servletContext(ServletContext context) {
        servletContext = context;
    }

    void introspecter(ClassIntrospecter value) {
        introspecter = value;
    }

    @Override
    public ServletContext servletContext() {
        return servletContext;
    }

    @Override
    public ClassLoader classLoader() {
        return classLoader;
    }

    @Override
    public Managed newInstance(Class<?> type) throws Exception {
        InstanceHandle<?> handle = introspecter.createInstanceFactory(type).createInstance();
        return new Managed(handle.getInstance(), handle::release);
    }

    @Override
    public Scope enter() {
        Thread thread = Thread.currentThread();
        ClassLoader previous = thread.getContextClassLoader();
        thread.setContextClassLoader(classLoader);
        int entered = 0;
        try {
            for (SetupAction action : setupActions) {
                action.setup(Map.of());
                entered++;
            }
        } catch (RuntimeException | Error e) {
            leave(entered, previous);
            throw e;
        }
        return () -> leave(setupActions.size(), previous);
    }

    private void leave(int entered, ClassLoader previous) {
        try {
            for (int i = entered - 1; i >= 0; i--) {
                setupActions.get(i).teardown(Map.of());
            }
        } finally {
            Thread.currentThread().setContextClassLoader(previous);
        }
    }
}
