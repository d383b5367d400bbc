package org.callwright.sip.container.guard;

import gov.nist.javax.sip.parser.MessageParser;
import gov.nist.javax.sip.parser.MessageParserFactory;
import gov.nist.javax.sip.stack.SIPTransactionStack;

/** Makes the parser of each socket and connection. */
public final class GuardedParsers implements MessageParserFactory {
    private final Occasionally closed = new Occasionally(System::nanoTime);

    @Override
    public MessageParser createMessageParser(SIPTransactionStack stack) {
        return new GuardedParser(stack.getMaxMessageSize(), closed);
    }
}
