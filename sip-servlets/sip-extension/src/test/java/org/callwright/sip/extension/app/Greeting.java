package org.callwright.sip.extension.app;

import jakarta.enterprise.context.ApplicationScoped;

/** A CDI bean of the SIP application. */
@ApplicationScoped
public class Greeting {
    public String text() {
        return "hello";
    }
}
