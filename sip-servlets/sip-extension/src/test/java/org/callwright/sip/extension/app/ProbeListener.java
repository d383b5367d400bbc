package org.callwright.sip.extension.app;

import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicReference;
import javax.servlet.sip.SipServletContextEvent;
import javax.servlet.sip.SipServletListener;
import javax.servlet.sip.annotation.SipListener;

/** Hears that the servlet is ready, with an injected bean. */
@SipListener
public class ProbeListener implements SipServletListener {
    static final AtomicReference<String> HEARD = new AtomicReference<>("nothing");
    @Inject
    private Greeting greeting;

    @Override
    public void servletInitialized(SipServletContextEvent event) {
        HEARD.set(greeting.text());
    }
}
