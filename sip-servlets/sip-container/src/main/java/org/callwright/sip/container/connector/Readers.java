package org.callwright.sip.container.connector;

import gov.nist.javax.sip.stack.MessageProcessor;
import gov.nist.javax.sip.stack.MessageProcessorFactory;
import gov.nist.javax.sip.stack.OIOMessageProcessorFactory;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import java.io.IOException;
import java.lang.reflect.Field;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.callwright.sip.container.guard.BusyAnswer;

/** Makes what reads the stack's sockets, and tells how far the readers of datagrams are behind. */
public final class Readers implements MessageProcessorFactory {
    private final MessageProcessorFactory ofStreams = new OIOMessageProcessorFactory();
    private final List<UdpReader> ofDatagrams = new CopyOnWriteArrayList<>();
    private final BooleanSupplier overloaded;
    private final BusyAnswer busy;

    /** @param overloaded asked for each call that comes in: whether there is more to do than can be done */
    public Readers(BooleanSupplier overloaded, BusyAnswer busy) {
        this.overloaded = overloaded;
        this.busy = busy;
    }

    @Override
    public MessageProcessor createMessageProcessor(SIPTransactionStack stack, InetAddress address, int port,
            String transport) throws IOException {
        if (!transport.equalsIgnoreCase(Transport.UDP.token())) {
            return ofStreams.createMessageProcessor(stack, address, port, transport);
        }
        UdpReader reader = new UdpReader(address, stack, port, new Gate(stack, overloaded, busy));
        ofDatagrams.add(reader);
        sendFromTheSocketsRead(stack);
        return reader;
    }

    /**
     * What the stack's own factories do too, from within its package: without this it sends each request from a socket of
     * its own, which nobody reads.
     */
    private static void sendFromTheSocketsRead(SIPTransactionStack stack) {
        try {
            Field flag = SIPTransactionStack.class.getDeclaredField("udpFlag");
            flag.setAccessible(true);
            flag.setBoolean(stack, true);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the stack is not the one this was written for", e);
        }
    }

    /** How long the oldest datagram waits that no thread has looked at, in nanoseconds; 0 when none does. */
    public long oldestWait() {
        long oldest = 0;
        for (UdpReader reader : ofDatagrams) {
            oldest = Math.max(oldest, reader.oldestWait());
        }
        return TimeUnit.MILLISECONDS.toNanos(oldest);
    }
}
