package org.callwright.sip.container.message;

import javax.sip.Dialog;
import javax.sip.Transaction;
import javax.sip.message.Response;
import org.mobicents.servlet.sip.core.session.MobicentsSipSession;
import org.mobicents.servlet.sip.message.SipFactoryImpl;
import org.mobicents.servlet.sip.message.SipServletResponseImpl;

/** A SIP response with the servlet methods that came after the core was written. */
public class ContainerResponse extends SipServletResponseImpl {

    /** For deserialisation by the core only. */
    public ContainerResponse() {
    }

    ContainerResponse(Response response, SipFactoryImpl factory, Transaction transaction, MobicentsSipSession session,
            Dialog dialog, boolean received, boolean retransmission) {
        super(response, factory, transaction, session, dialog, received, retransmission);
    }

    @Override
    public void setContentLengthLong(long length) {
        setContentLength(Math.toIntExact(length));
    }
}
