package org.callwright.sip.container.guard;

import gov.nist.javax.sip.header.Via;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import gov.nist.javax.sip.stack.MessageChannel;
import gov.nist.javax.sip.stack.SIPMessageValve;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Set;
import javax.sip.SipStack;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.callwright.sip.container.SipLog;
import org.callwright.sip.container.statistics.SipStatistics;

/**
 * Answers 503 with Retry-After to requests above the rate of their source, before the stack has made anything of them:
 * by a {@link BusyAnswer}. Only what would begin something is counted; calls that are up are never touched, and neither
 * are copies of an admitted request.
 */
public final class SourceValve implements SIPMessageValve {
    private static final Set<String> BEGINS_NOTHING = Set.of(Request.ACK, Request.CANCEL, Request.BYE, Request.PRACK);

    private final SourceLimit limit;
    private final SourceRates rates;
    private final SIPTransactionStack stack;
    private final SipStatistics statistics;
    private final BusyAnswer busy;
    private final Occasionally limited = new Occasionally(System::nanoTime);

    public SourceValve(SourceLimit limit, SIPTransactionStack stack, SipStatistics statistics, BusyAnswer busy) {
        this.limit = limit;
        this.stack = stack;
        this.statistics = statistics;
        this.busy = busy;
        rates = new SourceRates(limit, System::nanoTime);
    }

    @Override
    public boolean processRequest(SIPRequest request, MessageChannel channel) {
        InetAddress source = request.getPeerPacketSourceAddress();
        if (request.getToTag() != null || BEGINS_NOTHING.contains(request.getMethod()) || source == null
                || rates.admits(source) || stack.findTransaction(request, true) != null) {
            return true;
        }
        statistics.limited();
        limited.happened(count -> GuardLog.ROOT.sourceLimited(source.getHostAddress(), limit.perSecond(), count));
        refuse(request, channel);
        return false;
    }

    private void refuse(SIPRequest request, MessageChannel channel) {
        try {
            SIPResponse response = busy.to(request);
            Via via = request.getTopmostVia();
            if (channel.isReliable() || via.getRPort() <= 0) {
                channel.sendMessage(response);
            } else {
                channel.sendMessage(response, request.getPeerPacketSourceAddress(), via.getRPort());
            }
            statistics.responseOut(Response.SERVICE_UNAVAILABLE);
        } catch (IOException e) {
            SipLog.ROOT.debugf("503 to %s was not sent: %s", request.getPeerPacketSourceAddress(), e.getMessage());
        }
    }

    @Override
    public boolean processResponse(Response response, MessageChannel channel) {
        return true;
    }

    @Override
    public void init(SipStack unused) {
        // made by the container, which passes what it needs
    }

    @Override
    public void destroy() {
        // nothing to release
    }
}
