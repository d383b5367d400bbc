package org.callwright.e2e.calls;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Runs the tests of a class at the same time, a few at once, each on an instance of its own. A call takes the time it
 * takes whatever the machine does, so calls one after the other would be mostly waiting; and a server has many calls at
 * a time anyway.
 *
 * <p>Before the first test all are started; each test that JUnit then comes to waits for its own run and has its
 * outcome. A class that comes again has failed in part, and only what JUnit comes to is run then. JUnit's own parallel
 * execution is no help here: Arquillian keeps its state by thread.
 */
public final class Simultaneous implements BeforeAllCallback, AfterAllCallback, InvocationInterceptor {

    private static final int AT_ONCE = 6;
    private static final long LIMIT_SECONDS = 120;

    private static final Set<Class<?>> SEEN = ConcurrentHashMap.newKeySet();

    private final Map<Method, Future<?>> runs = new ConcurrentHashMap<>();
    private ExecutorService threads;

    @Override
    public void beforeAll(ExtensionContext context) {
        threads = Executors.newFixedThreadPool(AT_ONCE);
        Class<?> tests = context.getRequiredTestClass();
        if (SEEN.add(tests)) {
            AnnotationSupport.findAnnotatedMethods(tests, Test.class, HierarchyTraversalMode.TOP_DOWN)
                    .forEach(test -> runs.put(test, start(tests, test)));
        }
    }

    private Future<?> start(Class<?> tests, Method test) {
        return threads.submit(() -> ReflectionSupport.invokeMethod(test, ReflectionSupport.newInstance(tests)));
    }

    @Override
    public void interceptTestMethod(Invocation<Void> invocation, ReflectiveInvocationContext<Method> test,
            ExtensionContext context) throws Throwable {
        invocation.skip();
        Method method = test.getExecutable();
        Future<?> run = runs.computeIfAbsent(method, again -> start(context.getRequiredTestClass(), again));
        try {
            run.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        threads.shutdownNow();
    }
}
