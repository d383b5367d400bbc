package org.callwright.phone.sip;

import java.net.InetSocketAddress;

/** Carries SIP messages. Messages arrive on threads of the transport, which the receiver must not block for long. */
public interface SipTransport extends AutoCloseable {

    /** Takes what arrives. */
    interface Receiver {
        void received(SipMessage message, InetSocketAddress source);
    }

    /** Starts to deliver messages; called once. */
    void start(Receiver receiver);

    /** Sends to the address; TCP uses the open connection with that peer when there is one. */
    void send(SipMessage message, InetSocketAddress target);

    /** {@code UDP} or {@code TCP}, as in a Via header. */
    String name();

    /** Whether the transport itself repeats what is lost (RFC 3261 section 17: no retransmission timers). */
    boolean reliable();

    InetSocketAddress localAddress();

    @Override
    void close();
}
