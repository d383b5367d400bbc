package org.callwright.sip.container.guard;

import gov.nist.javax.sip.header.CSeq;
import gov.nist.javax.sip.header.CallID;
import gov.nist.javax.sip.header.ContentLength;
import gov.nist.javax.sip.header.From;
import gov.nist.javax.sip.header.RequestLine;
import gov.nist.javax.sip.header.StatusLine;
import gov.nist.javax.sip.header.To;
import gov.nist.javax.sip.header.Via;
import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.parser.ParseExceptionListener;
import java.text.ParseException;
import java.util.Map;

/**
 * Hands failures of the parser on with a text that may be sent to the peer: the stack puts it into the reason phrase of
 * its 400. RFC 3261 section 21.4.1 wants the phrase to name the problem; class names and pieces of the message it does
 * not want.
 */
record StandardReasons(ParseExceptionListener listener) implements ParseExceptionListener {
    private static final Map<Class<?>, String> NAMES = Map.of(
            From.class, "From", To.class, "To", CSeq.class, "CSeq", Via.class, "Via", CallID.class, "Call-ID",
            ContentLength.class, "Content-Length", RequestLine.class, "request line", StatusLine.class, "status line");

    static final String UNREADABLE = "malformed message";

    @Override
    @SuppressWarnings("rawtypes") // the stack's interface has it so
    public void handleException(ParseException failure, SIPMessage message, Class header, String line, String text)
            throws ParseException {
        String name = header == null ? null : NAMES.get(header);
        String reason = name == null ? UNREADABLE : "malformed " + name;
        listener.handleException(new ParseException(reason, failure.getErrorOffset()), message, header, line, text);
    }
}
