package org.callwright.media.jsr309;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaFailure;

/** The class loader of the operator's implementation: of jars, or of a module of the server. Closing it closes jars. */
final class ImplementationLoader implements AutoCloseable {

    private static final String MODULE = "org.jboss.modules.Module";

    private final ClassLoader loader;
    private final String from;

    private ImplementationLoader(ClassLoader loader, String from) {
        this.loader = loader;
        this.from = from;
    }

    static ImplementationLoader of(Jsr309Settings settings) throws MediaException {
        if (!settings.jars().isEmpty()) {
            return new ImplementationLoader(new URLClassLoader("jsr309", urls(settings.jars()),
                    ClassLoader.getPlatformClassLoader()), settings.jars().toString());
        }
        if (settings.module().isPresent()) {
            String module = settings.module().get();
            return new ImplementationLoader(moduleLoader(module), "module " + module);
        }
        throw missing("name its jars by CALLWRIGHT_JSR309_JARS, or a module of the server by CALLWRIGHT_JSR309_MODULE",
                null);
    }

    private static URL[] urls(List<Path> jars) throws MediaException {
        List<URL> urls = new ArrayList<>();
        for (Path jar : jars) {
            try {
                urls.add(jar.toUri().toURL());
            } catch (MalformedURLException e) {
                throw missing(jar + " has no URL", e);
            }
        }
        return urls.toArray(URL[]::new);
    }

    /** By reflection, as this jar is used without that server too; its classes are those the process began with. */
    private static ClassLoader moduleLoader(String name) throws MediaException {
        try {
            Class<?> modules = Class.forName(MODULE, true, ClassLoader.getSystemClassLoader());
            Class<?> loaders = Class.forName(MODULE + "Loader", true, ClassLoader.getSystemClassLoader());
            Object boot = modules.getMethod("getBootModuleLoader").invoke(null);
            Object module = loaders.getMethod("loadModule", String.class).invoke(boot, name);
            return (ClassLoader) modules.getMethod("getClassLoader").invoke(module);
        } catch (ReflectiveOperationException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw missing("module " + name + " can't be loaded: " + cause, e);
        }
    }

    private static MediaException missing(String why, Exception cause) {
        return new MediaException(MediaFailure.RESOURCE_UNAVAILABLE, Jsr309Messages.missing(why), cause);
    }

    ClassLoader loader() {
        return loader;
    }

    /** For the log. */
    String from() {
        return from;
    }

    @Override
    public void close() {
        if (loader instanceof URLClassLoader jars) {
            try {
                jars.close();
            } catch (IOException e) {
                Jsr309Messages.failed("the driver", "closing " + from, e);
            }
        }
    }
}
