package org.callwright.sip.container.connector;

import gov.nist.javax.sip.stack.DatagramQueuedMessageDispatch;
import gov.nist.javax.sip.stack.QueuedMessageDispatchBase;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import gov.nist.javax.sip.stack.UDPMessageChannel;
import gov.nist.javax.sip.stack.UDPMessageProcessor;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.LinkedList;
import java.util.Optional;
import org.callwright.sip.container.SipLog;

/**
 * Reads a UDP socket of the stack. The stack's own reader makes an array of the largest datagram for each one that
 * comes, which was a third of all that a busy server allocated; and it does not tell how long datagrams wait until they
 * are looked at. What a {@link Gate} turns away never gets among those that wait.
 */
final class UdpReader extends UDPMessageProcessor {
    private static final int LARGEST = 65_535;

    private final Gate gate;

    UdpReader(InetAddress address, SIPTransactionStack stack, int port, Gate gate) throws IOException {
        super(address, stack, port);
        this.gate = gate;
    }

    @Override
    @SuppressWarnings("unchecked")
    public void run() {
        messageChannels = new LinkedList<UDPMessageChannel>();
        // a single one, which keeps messages in order
        messageChannels.add(new Worker(sipStack, this, "sip-udp-" + getPort()));
        DatagramPacket packet = new DatagramPacket(new byte[LARGEST], LARGEST);
        while (isRunning) {
            try {
                packet.setLength(LARGEST);
                sock.receive(packet);
                Optional<DatagramPacket> refusal = gate.refusal(packet);
                if (refusal.isPresent()) {
                    sock.send(refusal.get());
                    continue;
                }
                byte[] text = Arrays.copyOf(packet.getData(), packet.getLength());
                messageQueue.offer(new DatagramQueuedMessageDispatch(
                        new DatagramPacket(text, text.length, packet.getSocketAddress()), System.currentTimeMillis()));
            } catch (IOException | RuntimeException e) {
                if (isRunning) {
                    SipLog.ROOT.debugf(e, "A datagram could not be read on port %d", getPort());
                }
            }
        }
    }

    /** How long the oldest datagram that nobody has looked at waits, in milliseconds; on a closed socket none waits. */
    long oldestWait() {
        QueuedMessageDispatchBase oldest = isRunning ? messageQueue.peek() : null;
        return oldest == null ? 0 : System.currentTimeMillis() - oldest.getReceptionTime();
    }

    /** The thread that looks at them; it starts by itself. */
    private static final class Worker extends UDPMessageChannel {
        Worker(SIPTransactionStack stack, UDPMessageProcessor processor, String name) {
            super(stack, processor, name);
        }
    }
}
