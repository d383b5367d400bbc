package org.callwright.sip.extension.ejb;

import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import javax.servlet.sip.SipFactory;

/** An EJB beside the SIP application: counts calls, and reaches the SIP factory by its name. */
@Singleton
public class CallCounter {
    private final AtomicInteger calls = new AtomicInteger();
    @Resource(lookup = "java:app/sip/probe/SipFactory")
    private SipFactory factory;

    public int count() {
        return calls.incrementAndGet();
    }

    public boolean hasFactory() {
        return factory.createSipURI("a", "b").getHost().equals("b");
    }
}
