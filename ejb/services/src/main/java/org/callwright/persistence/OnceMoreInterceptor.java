package org.callwright.persistence;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.callwright.provisioning.OnceMore;

/** Outside of the transaction, which is lost with the first attempt. */
@OnceMore
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class OnceMoreInterceptor {

    @AroundInvoke
    Object twiceIfTaken(InvocationContext work) throws Exception {
        try {
            return work.proceed();
        } catch (Exception e) {
            if (!SqlTrouble.isTaken(e)) {
                throw e;
            }
            return work.proceed();
        }
    }
}
