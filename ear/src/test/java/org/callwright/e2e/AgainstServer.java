package org.callwright.e2e;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class that talks to the packaged server. Arquillian starts the server before the first such class and stops it
 * after the last one; its ports and its data folder are those of {@link ServerUnderTest}.
 *
 * <p>The class must also carry {@link RunAsClient}, which Arquillian looks for on the class itself.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ArquillianExtension.class)
public @interface AgainstServer {
}
