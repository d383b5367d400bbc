package org.callwright.sip.container;

import java.util.Properties;
import org.callwright.sip.container.connector.NoMessageLog;
import org.callwright.sip.container.connector.StackLog;
import org.mobicents.ext.javax.sip.dns.DNSAwareRouter;

/** The properties the SIP stack is made with; each has a reason. */
final class StackProperties {
    private static final String NIST = "gov.nist.javax.sip.";

    private StackProperties() {
    }

    static Properties create() {
        Properties properties = new Properties();
        properties.setProperty("javax.sip.STACK_NAME", "callwright");
        // the core keeps dialogs itself
        properties.setProperty("javax.sip.AUTOMATIC_DIALOG_SUPPORT", "off");
        properties.setProperty(NIST + "AUTOMATIC_DIALOG_ERROR_HANDLING", "false");
        properties.setProperty(NIST + "LOOSE_DIALOG_VALIDATION", "true");
        properties.setProperty(NIST + "PASS_INVITE_NON_2XX_ACK_TO_LISTENER", "true");
        properties.setProperty(NIST + "DELIVER_UNSOLICITED_NOTIFY", "true");
        properties.setProperty(NIST + "MAX_FORK_TIME_SECONDS", "0");
        properties.setProperty(NIST + "REENTRANT_LISTENER", "true");
        // one reader per UDP socket keeps messages in order; the workers behind it do the work
        properties.setProperty(NIST + "THREAD_POOL_SIZE", "1");
        // names of hosts are resolved as RFC 3263 says
        properties.setProperty("javax.sip.ROUTER_PATH", DNSAwareRouter.class.getName());
        // bursts wait in the kernel rather than being lost
        properties.setProperty(NIST + "RECEIVE_UDP_BUFFER_SIZE", Integer.toString(4 << 20));
        properties.setProperty(NIST + "SEND_UDP_BUFFER_SIZE", Integer.toString(4 << 20));
        // a peer cannot make us buffer without end, nor hold a half-sent message open for ever (milliseconds)
        properties.setProperty(NIST + "MAX_MESSAGE_SIZE", Integer.toString(64 << 10));
        properties.setProperty(NIST + "MAX_CONNECTIONS", "4096");
        properties.setProperty(NIST + "READ_TIMEOUT", "10000");
        // seconds an ended dialog is kept for late retransmissions
        properties.setProperty(NIST + "LINGER_TIMER", "1");
        properties.setProperty(NIST + "STACK_LOGGER", StackLog.class.getName());
        properties.setProperty(NIST + "SERVER_LOGGER", NoMessageLog.class.getName());
        return properties;
    }
}
