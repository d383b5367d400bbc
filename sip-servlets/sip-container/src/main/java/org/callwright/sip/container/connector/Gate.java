package org.callwright.sip.container.connector;

import static java.nio.charset.StandardCharsets.US_ASCII;

import gov.nist.javax.sip.header.Via;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import gov.nist.javax.sip.parser.MessageParser;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.callwright.sip.container.guard.BusyAnswer;

/**
 * Turns new calls away as they are read from the socket, while there is more to do than can be done. A refusal that
 * waited for its turn behind the calls that are too many would come late, and cost what it is to save. What belongs to a
 * call, copies of an INVITE that is being handled, and what can't be read go on.
 */
final class Gate {
    private static final byte[] INVITE = "INVITE ".getBytes(US_ASCII);
    private static final int DEFAULT_PORT = 5060;

    private final SIPTransactionStack stack;
    private final BooleanSupplier overloaded;
    private final BusyAnswer busy;
    private final MessageParser parser;

    Gate(SIPTransactionStack stack, BooleanSupplier overloaded, BusyAnswer busy) {
        this.stack = stack;
        this.overloaded = overloaded;
        this.busy = busy;
        parser = stack.getMessageParserFactory().createMessageParser(stack);
    }

    /** The datagram that refuses this one; empty to let it in. By one thread at a time. */
    Optional<DatagramPacket> refusal(DatagramPacket datagram) {
        if (!invites(datagram) || !overloaded.getAsBoolean()) {
            return Optional.empty();
        }
        byte[] text = Arrays.copyOf(datagram.getData(), datagram.getLength());
        try {
            return parser.parseSIPMessage(text, true, false, null) instanceof SIPRequest request && beginsACall(request)
                    ? Optional.of(refusal(request, (InetSocketAddress) datagram.getSocketAddress()))
                    : Optional.empty();
        } catch (ParseException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static boolean invites(DatagramPacket datagram) {
        return datagram.getLength() > INVITE.length
                && Arrays.equals(datagram.getData(), 0, INVITE.length, INVITE, 0, INVITE.length);
    }

    private boolean beginsACall(SIPRequest request) {
        return request.getToTag() == null && stack.findTransaction(request, true) == null;
    }

    /** To where RFC 3261 section 18.2.2 and RFC 3581 have it go. */
    private DatagramPacket refusal(SIPRequest request, InetSocketAddress source) throws ParseException {
        Via via = request.getTopmostVia();
        InetAddress host = source.getAddress();
        via.setReceived(host.getHostAddress());
        int port = via.getPort() > 0 ? via.getPort() : DEFAULT_PORT;
        if (via.hasParameter(Via.RPORT)) {
            port = source.getPort();
            via.setParameter(Via.RPORT, Integer.toString(port));
        }
        SIPResponse response = busy.to(request);
        byte[] text = response.encodeAsBytes("UDP");
        return new DatagramPacket(text, text.length, host, port);
    }
}
