package org.callwright.sip.container.guard;

import gov.nist.javax.sip.header.ContentLength;
import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.message.SIPResponse;
import gov.nist.javax.sip.parser.ParseExceptionListener;
import gov.nist.javax.sip.parser.StringMsgParser;
import gov.nist.javax.sip.stack.MessageChannel;
import java.text.ParseException;
import javax.sip.header.ContentLengthHeader;

/**
 * The stack's parser with its failures put in order. A datagram that cannot be read is answered 400 by the stack, with
 * a {@linkplain StandardReasons reason} that shows nothing of the parser. On a stream nobody knows where the next
 * message begins after one that cannot be read or is too large, so the connection is closed; the stack would read on,
 * or let the connection's thread die of an exception.
 */
final class GuardedParser extends StringMsgParser {
    private static final String TOO_LARGE = "message too large";

    private final int mostBytes;
    private final Occasionally closed;

    GuardedParser(int mostBytes, Occasionally closed) {
        this.mostBytes = mostBytes;
        this.closed = closed;
    }

    /** @param readBody false on a stream, where the stack reads the body itself */
    @Override
    public SIPMessage parseSIPMessage(byte[] text, boolean readBody, boolean strict, ParseExceptionListener listener)
            throws ParseException {
        try {
            SIPMessage message = super.parseSIPMessage(text, readBody, strict, new StandardReasons(listener));
            if (message != null && !readBody) {
                checkSize(message, listener);
            }
            return message;
        } catch (ParseException e) {
            if (!readBody) {
                close(listener, e.getMessage());
            }
            throw e;
        } catch (RuntimeException e) {
            if (!readBody) {
                close(listener, StandardReasons.UNREADABLE);
            }
            throw new ParseException(StandardReasons.UNREADABLE, 0);
        }
    }

    /**
     * A request that is too large goes on without its body and with a size that makes the stack answer 513 and close
     * the connection: it cannot answer before it has looked at the Via itself.
     */
    private void checkSize(SIPMessage message, ParseExceptionListener listener) throws ParseException {
        ContentLengthHeader length = message.getContentLength();
        if (length == null || (long) message.getSize() + length.getContentLength() < mostBytes) {
            return;
        }
        if (message instanceof SIPResponse) {
            throw new ParseException(TOO_LARGE, 0);
        }
        said(listener, TOO_LARGE);
        message.setSize(mostBytes + 1);
        message.setContentLength(new ContentLength(0));
    }

    private void close(ParseExceptionListener listener, String reason) {
        said(listener, reason);
        if (listener instanceof MessageChannel channel) {
            channel.close();
        }
    }

    private void said(ParseExceptionListener listener, String reason) {
        String source = listener instanceof MessageChannel channel ? channel.getPeerAddress() : "nobody";
        closed.happened(count -> GuardLog.ROOT.connectionClosed(source, reason, count));
    }
}
