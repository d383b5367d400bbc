package org.callwright.sip.container.application;

import jakarta.servlet.ServletContext;

/**
 * What surrounds the code of an application: given by the server (class loader, injection, naming) or by a test.
 * Nothing of it is kept by the container after the application is undeployed.
 */
public interface ApplicationHost {

    ServletContext servletContext();

    ClassLoader classLoader();

    /** Makes an instance of a servlet or listener class of the application, with everything injected. */
    Managed newInstance(Class<?> type) throws Exception;

    /**
     * Prepares the calling thread for application code: class loader, naming and whatever the server needs. Calls may
     * nest; each scope is closed by the thread that entered it, innermost first.
     */
    Scope enter();

    /** Undoes {@link #enter}. */
    interface Scope extends AutoCloseable {
        @Override
        void close();
    }

    /** An instance and how to let it go ({@code @PreDestroy}, CDI contexts). */
    record Managed(Object instance, Runnable release) {
    }
}
