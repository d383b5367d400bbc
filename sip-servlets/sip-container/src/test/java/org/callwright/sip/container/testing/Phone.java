package org.callwright.sip.container.testing;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Predicate;

/** A peer that speaks SIP over a raw socket. */
public interface Phone extends AutoCloseable {

    void send(String message) throws IOException;

    /** The next message, or a failure when none comes in time. */
    SipText receive(Duration limit) throws IOException;

    /** host:port as it is written in Via and Contact. */
    String sentBy();

    String transport();

    @Override
    void close() throws IOException;

    default SipText receive() throws IOException {
        return receive(Duration.ofSeconds(5));
    }

    default SipText await(Predicate<SipText> wanted) throws IOException {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (System.nanoTime() < end) {
            SipText message = receive();
            if (wanted.test(message)) {
                return message;
            }
        }
        throw new AssertionError("the message wanted did not come");
    }

    default SipText awaitStatus(int status) throws IOException {
        return await(message -> message.status() == status);
    }

    default SipText awaitRequest(String method) throws IOException {
        return await(message -> !message.isResponse() && message.method().equals(method));
    }
}
