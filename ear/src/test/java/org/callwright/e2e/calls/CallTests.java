package org.callwright.e2e.calls;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.callwright.e2e.AgainstServer;
import org.junit.jupiter.api.extension.ExtendWith;

/** A class of tests that call the packaged server, all at the same time. It must carry {@code @RunAsClient} too. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@AgainstServer
@ExtendWith(Simultaneous.class)
public @interface CallTests {
}
