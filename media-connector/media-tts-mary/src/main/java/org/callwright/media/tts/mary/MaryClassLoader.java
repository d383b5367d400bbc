package org.callwright.media.tts.mary;

import java.net.URL;
import java.net.URLClassLoader;

/**
 * Sees the JDK and the engine's jars, and nothing of the server. One door is open: a server on JBoss Modules names its
 * own XML factories, in the package {@code __redirected}, by system properties; the JDK asks the thread's class loader
 * for them, so they are passed on to the system class loader.
 */
final class MaryClassLoader extends URLClassLoader {

    private static final String SERVER_FACTORIES = "__redirected.";

    static {
        registerAsParallelCapable();
    }

    MaryClassLoader(URL[] jars) {
        super("marytts", jars, ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        return name.startsWith(SERVER_FACTORIES) ? ClassLoader.getSystemClassLoader().loadClass(name)
                : super.findClass(name);
    }
}
