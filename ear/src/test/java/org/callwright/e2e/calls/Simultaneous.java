package org.callwright.e2e.calls;

import java.lang.reflect.Method;
import java.util.Map;
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
 * outcome. JUnit's own parallel execution is no help here: Arquillian keeps its state by thread.
 */
public final class Simultaneous implements BeforeAllCallback, AfterAllCallback, InvocationInterceptor {

    private static final int AT_ONCE = 6;
    private static final long LIMIT_SECONDS = 120;

    private final Map<Method, Future<?>> runs = new ConcurrentHashMap<>();
    private ExecutorService threads;

    @Override
    public void beforeAll(ExtensionContext context) {
        threads = Executors.newFixedThreadPool(AT_ONCE);
        Class<?> tests = context.getRequiredTestClass();
        for (Method test : AnnotationSupport.findAnnotatedMethods(tests, Test.class, HierarchyTraversalMode.TOP_DOWN)) {
            runs.put(test, threads.submit(() ->
                    ReflectionSupport.invokeMethod(test, ReflectionSupport.newInstance(tests))));
        }
    }

    @Override
    public void interceptTestMethod(Invocation<Void> invocation, ReflectiveInvocationContext<Method> test,
            ExtensionContext context) throws Throwable {
        invocation.skip();
        try {
            runs.get(test.getExecutable()).get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        threads.shutdownNow();
    }
}
