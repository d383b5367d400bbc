package org.callwright.provisioning;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Work that looks whether a name is free and then takes it. When somebody else takes it in between, which the database
 * finds, the work is done once more in a new transaction: it then sees that the name is taken, and refuses as it should.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface OnceMore {
}
