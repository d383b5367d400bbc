package org.callwright.sip.container.application;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.util.Locale;
import javax.servlet.sip.SipServlet;
import javax.servlet.sip.SipServletRequest;

/** Tells whether a servlet class has code of its own for a method, or only the defaults of {@link SipServlet}. */
final class ServletMethods {
    private ServletMethods() {
    }

    static boolean overridden(Class<?> servlet, String method) {
        String handler = "do" + method.charAt(0) + method.substring(1).toLowerCase(Locale.ROOT);
        return declares(servlet, handler, SipServletRequest.class)
                || declares(servlet, "doRequest", SipServletRequest.class)
                || declares(servlet, "service", ServletRequest.class, ServletResponse.class);
    }

    private static boolean declares(Class<?> servlet, String name, Class<?>... parameters) {
        for (Class<?> type = servlet; type != null && type != SipServlet.class; type = type.getSuperclass()) {
            try {
                type.getDeclaredMethod(name, parameters);
                return true;
            } catch (NoSuchMethodException e) {
                // the next class up may have it
            }
        }
        return false;
    }
}
