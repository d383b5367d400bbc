package org.callwright.sip.container.dispatch;

import gov.nist.javax.sip.message.SIPRequest;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import javax.sip.InvalidArgumentException;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.header.ToHeader;
import javax.sip.message.Response;
import org.callwright.sip.container.SipLog;
import org.mobicents.servlet.sip.core.SipApplicationDispatcher;
import org.mobicents.servlet.sip.message.SipFactoryImpl;

/** Answers the container gives by itself, without an application. */
final class ContainerAnswers {
    /** Methods the container takes when an application does; told to whoever asks with OPTIONS. */
    private static final List<String> ALLOWED = List.of("INVITE", "ACK", "CANCEL", "BYE", "OPTIONS", "PRACK", "UPDATE",
            "INFO", "MESSAGE", "REGISTER", "SUBSCRIBE", "NOTIFY", "REFER", "PUBLISH");

    private final SipApplicationDispatcher dispatcher;
    private final Duration retryAfter;

    ContainerAnswers(SipApplicationDispatcher dispatcher, Duration retryAfter) {
        this.dispatcher = dispatcher;
        this.retryAfter = retryAfter;
    }

    /** 503 with Retry-After (RFC 3261, section 21.5.4). */
    void unavailable(SIPRequest request, ServerTransaction transaction) {
        send(Response.SERVICE_UNAVAILABLE, request, transaction);
    }

    /** 200 with what the container can do (RFC 3261, section 11.2). */
    void options(SIPRequest request, ServerTransaction transaction) {
        send(Response.OK, request, transaction);
    }

    /** 481: the request belongs to a dialog nobody here knows. */
    void noSuchDialog(SIPRequest request, ServerTransaction transaction) {
        send(Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST, request, transaction);
    }

    private void send(int status, SIPRequest request, ServerTransaction transaction) {
        try {
            Response response = SipFactoryImpl.messageFactory.createResponse(status, request);
            ToHeader to = (ToHeader) response.getHeader(ToHeader.NAME);
            if (to.getTag() == null) {
                to.setTag(Long.toHexString(ThreadLocalRandom.current().nextLong()));
            }
            if (status == Response.SERVICE_UNAVAILABLE) {
                response.setHeader(SipFactoryImpl.headerFactory.createRetryAfterHeader(
                        (int) Math.max(1, retryAfter.toSeconds())));
            }
            if (status == Response.OK) {
                for (String method : ALLOWED) {
                    response.addHeader(SipFactoryImpl.headerFactory.createAllowHeader(method));
                }
                response.setHeader(SipFactoryImpl.headerFactory.createAcceptHeader("application", "sdp"));
            }
            transaction.sendResponse(response);
            dispatcher.updateResponseStatistics(response, false);
        } catch (ParseException | InvalidArgumentException | SipException e) {
            SipLog.ROOT.answerNotSent(status, e.getMessage());
        }
    }
}
