package org.callwright.sip.container.dispatch;

import gov.nist.javax.sip.TransactionExt;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import gov.nist.javax.sip.stack.SIPServerTransaction;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javax.sip.InvalidArgumentException;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.SipProvider;
import javax.sip.Transaction;
import javax.sip.TransactionAlreadyExistsException;
import javax.sip.TransactionTerminatedEvent;
import javax.sip.TransactionUnavailableException;
import javax.sip.header.RouteHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.callwright.sip.container.SipContainerConfig;
import org.callwright.sip.container.SipLog;
import org.callwright.sip.container.statistics.SipStatistics;
import org.mobicents.servlet.sip.GenericUtils;
import org.mobicents.servlet.sip.JainSipUtils;
import org.mobicents.servlet.sip.core.SipApplicationDispatcherImpl;
import org.mobicents.servlet.sip.core.SipContext;
import org.mobicents.servlet.sip.message.SipFactoryImpl;

/**
 * The core's dispatcher with what this container adds in front of it. The stack's reader thread makes the transaction
 * (so that a retransmission is recognised at once), asks the {@link Admission}, and puts the message into its call's
 * mailbox; a worker then lets the core find session and servlet. So a reader never waits for a servlet, and the
 * messages of a call stay in order.
 */
public final class CallDispatcher extends SipApplicationDispatcherImpl {
    /** Methods that mean nothing outside of a dialog, even if the peer forgot its tag. */
    private static final Set<String> ONLY_IN_DIALOGS =
            Set.of(Request.BYE, Request.CANCEL, Request.INFO, Request.PRACK, Request.UPDATE);

    private final SipStatistics statistics;
    private final String clusterId;
    private final Admission admission;
    private final ContainerAnswers answers;
    private final CallOrderedExecutor calls;
    private volatile boolean applicationPresent;
    private volatile boolean applicationAnswersOptions;

    public CallDispatcher(SipContainerConfig config, SipStatistics statistics) {
        this.statistics = statistics;
        this.clusterId = config.clusterId();
        admission = new Admission(config.maxWaiting(), System::nanoTime);
        answers = new ContainerAnswers(this, config.retryAfter());
        calls = new CallOrderedExecutor(config.workers());
        setGatherStatistics(false);
    }

    @Override
    public void processRequest(RequestEvent event) {
        SIPRequest request = (SIPRequest) event.getRequest();
        statistics.requestIn(request.getMethod());
        if (request.getMethod().equals(Request.ACK)) {
            if (!withoutReceiver(event) && !acknowledgesRefusal(event)) {
                calls.execute(callId(request), () -> super.processRequest(event));
            }
            return;
        }
        ServerTransaction transaction = transaction(event, request);
        if (transaction == null || answeredHere(request, event.getDialog() != null, transaction)) {
            return;
        }
        RequestEvent known = new RequestEvent(event.getSource(), transaction, event.getDialog(), request);
        calls.execute(callId(request), () -> super.processRequest(known));
    }

    @Override
    public void processResponse(ResponseEvent event) {
        SIPResponse response = (SIPResponse) event.getResponse();
        statistics.responseIn(response.getStatusCode());
        calls.execute(response.getCallId().getCallId(), () -> super.processResponse(event));
    }

    /**
     * The core forgets what belongs to the transaction, so not before it has handled the transaction's last message, which
     * may still wait for a worker: over a stream a transaction ends with its final response.
     */
    @Override
    public void processTransactionTerminated(TransactionTerminatedEvent event) {
        Transaction transaction =
                event.isServerTransaction() ? event.getServerTransaction() : event.getClientTransaction();
        if (transaction.getRequest() instanceof SIPRequest request && request.getCallId() != null) {
            calls.execute(callId(request), () -> super.processTransactionTerminated(event));
        } else {
            super.processTransactionTerminated(event);
        }
    }

    /**
     * An application is there.
     *
     * @param answersOptions whether OPTIONS is for it or for the container
     * @param overloaded asked at each request that would begin a dialog: whether it has more to do than it can
     */
    public void applicationCame(boolean answersOptions, BooleanSupplier overloaded) {
        applicationAnswersOptions = answersOptions;
        admission.application(overloaded);
        applicationPresent = true;
    }

    public void applicationLeaves() {
        applicationPresent = false;
        applicationAnswersOptions = false;
        admission.application(() -> false);
    }

    public void drain(boolean on) {
        admission.drain(on);
    }

    public boolean draining() {
        return admission.draining();
    }

    /**
     * Whether a call that has just come in would wait too long; counts it as refused when it would.
     *
     * @param unread how long the oldest message waits that nobody has looked at, in nanoseconds
     */
    public boolean turnsAway(long unread) {
        boolean away = admission.turnsAway(calls.waiting(), unread + calls.longestWait());
        if (away) {
            statistics.requestIn(Request.INVITE);
            statistics.refused(false);
            statistics.responseOut(Response.SERVICE_UNAVAILABLE);
        }
        return away;
    }

    /** Messages waiting for a worker. */
    public int waiting() {
        return calls.waiting();
    }

    /** The hash that dialogs carry in their To tag: equal on every node, so that any of them may take a dialog over. */
    @Override
    public String getApplicationServerIdHash() {
        return GenericUtils.hashString(clusterId, getTagHashMaxLength());
    }

    @Override
    public void updateRequestsStatistics(Request request, boolean received) {
        if (!received) {
            statistics.requestOut(request.getMethod());
        }
    }

    @Override
    public void updateResponseStatistics(Response response, boolean received) {
        if (!received) {
            statistics.responseOut(response.getStatusCode());
        }
    }

    /** The core's state machine keeps its last event, and with it the application; another event makes it let go. */
    @Override
    public SipContext removeSipApplication(String name) {
        SipContext removed = super.removeSipApplication(name);
        setCongestionControlCheckingInterval(0);
        return removed;
    }

    @Override
    public void stop() {
        calls.shutdown();
        super.stop();
    }

    /** What never reaches an application: refused or container-owned requests, and those for dialogs nobody knows. */
    private boolean answeredHere(SIPRequest request, boolean dialogKnown, ServerTransaction transaction) {
        boolean cancel = request.getMethod().equals(Request.CANCEL);
        boolean inside = request.getToTag() != null || ONLY_IN_DIALOGS.contains(request.getMethod());
        if (inside && applicationPresent && (cancel || dialogKnown || routed(request))) {
            return false;
        }
        if (inside) {
            answers.noSuchDialog(request, transaction);
            return true;
        }
        Admission.Verdict verdict = admission.verdict(calls.waiting(), calls.longestWait());
        if (verdict != Admission.Verdict.ADMITTED) {
            statistics.refused(verdict == Admission.Verdict.DRAINING);
            answers.unavailable(request, transaction);
            return true;
        }
        if (request.getMethod().equals(Request.OPTIONS) && !applicationAnswersOptions) {
            answers.options(request, transaction);
            return true;
        }
        if (!applicationPresent) {
            answers.unavailable(request, transaction);
            return true;
        }
        return false;
    }

    /**
     * An ACK no application waits for: to an answer the container gave, or for a dialog that is over or never was. One
     * with a Route may belong to a call the application proxies, which has no dialog here.
     */
    private static boolean withoutReceiver(RequestEvent event) {
        ServerTransaction transaction = event.getServerTransaction();
        boolean known = transaction != null && transaction.getApplicationData() != null;
        return event.getDialog() == null && !known && !routed(event.getRequest());
    }

    /**
     * The ACK of a refusal belongs to the transaction (RFC 3261 section 17.1.1.3). Handed to the core it would keep the
     * session of a call that was refused before any provisional response.
     */
    private static boolean acknowledgesRefusal(RequestEvent event) {
        return event.getServerTransaction() instanceof SIPServerTransaction invite
                && invite.getLastResponseStatusCode() >= Response.MULTIPLE_CHOICES;
    }

    private static boolean routed(Request request) {
        return request.getHeader(RouteHeader.NAME) != null;
    }

    private ServerTransaction transaction(RequestEvent event, SIPRequest request) {
        if (event.getServerTransaction() != null) {
            return event.getServerTransaction();
        }
        SipProvider provider = (SipProvider) event.getSource();
        try {
            if (request.getMaxForwards() == null) {
                request.setMaxForwards(SipFactoryImpl.headerFactory.createMaxForwardsHeader(70));
            }
            ServerTransaction transaction = provider.getNewServerTransaction(request);
            JainSipUtils.setTransactionTimers((TransactionExt) transaction, this);
            return transaction;
        } catch (TransactionAlreadyExistsException retransmission) {
            return null;
        } catch (TransactionUnavailableException | InvalidArgumentException e) {
            SipLog.ROOT.answerNotSent(Response.SERVER_INTERNAL_ERROR, e.getMessage());
            return null;
        }
    }

    private static String callId(SIPRequest request) {
        return request.getCallId().getCallId();
    }
}
