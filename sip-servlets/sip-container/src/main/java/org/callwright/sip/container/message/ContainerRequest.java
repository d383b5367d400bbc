package org.callwright.sip.container.message;

import gov.nist.javax.sip.message.SIPRequest;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletConnection;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.util.Collections;
import java.util.Map;
import javax.sip.Dialog;
import javax.sip.Transaction;
import javax.sip.message.Request;
import org.mobicents.servlet.sip.core.session.MobicentsSipSession;
import org.mobicents.servlet.sip.message.SipFactoryImpl;
import org.mobicents.servlet.sip.message.SipServletRequestImpl;

/**
 * A SIP request with the servlet methods of Servlet 3.0 to 6.0. SIP has no asynchronous servlet processing: a servlet
 * returns and answers later on the request it kept, so the asynchronous methods are refused.
 */
public class ContainerRequest extends SipServletRequestImpl {

    /** For deserialisation by the core only. */
    public ContainerRequest() {
    }

    ContainerRequest(Request request, SipFactoryImpl factory, MobicentsSipSession session, Transaction transaction,
            Dialog dialog, boolean createDialog) {
        super(request, factory, session, transaction, dialog, createDialog);
    }

    @Override
    public ServletContext getServletContext() {
        MobicentsSipSession session = getSipSession();
        return session == null ? null : session.getSipApplicationSession().getSipContext().getServletContext();
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Collections.emptyMap();
    }

    @Override
    public long getContentLengthLong() {
        return getContentLength();
    }

    @Override
    public DispatcherType getDispatcherType() {
        return DispatcherType.REQUEST;
    }

    /** The Call-ID: what ties the messages of a call together. */
    @Override
    public String getRequestId() {
        return getCallId();
    }

    /** The transaction (RFC 3261, section 17): the branch of the topmost Via. */
    @Override
    public String getProtocolRequestId() {
        return ((SIPRequest) getMessage()).getTransactionId();
    }

    @Override
    public ServletConnection getServletConnection() {
        return new SipConnection(getCallId(), getTransport(), isSecure());
    }

    @Override
    public boolean isAsyncStarted() {
        return false;
    }

    @Override
    public boolean isAsyncSupported() {
        return false;
    }

    @Override
    public AsyncContext startAsync() {
        throw new IllegalStateException("a SIP request is answered later by keeping it, not by startAsync");
    }

    @Override
    public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
        return startAsync();
    }

    @Override
    public AsyncContext getAsyncContext() {
        throw new IllegalStateException("a SIP request has no asynchronous context");
    }

    private record SipConnection(String getConnectionId, String getProtocol, boolean isSecure)
            implements ServletConnection {
        @Override
        public String getProtocolConnectionId() {
            return getConnectionId;
        }
    }
}
