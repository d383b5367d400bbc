package org.callwright.phone;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.callwright.phone.media.Direction;
import org.callwright.phone.sip.Dialog;
import org.callwright.phone.sip.ServerTransaction;
import org.callwright.phone.sip.SipMessage;

/** The called part until the call is answered: carries out an {@link Answering}, takes CANCEL and ACK. */
final class IncomingLeg {

    private final ServerTransaction transaction;
    private final Dialog dialog;
    private final CallMedia media;
    private final CallLog log;
    private final Answering answering;
    private String answer = "";

    IncomingLeg(ServerTransaction transaction, Dialog dialog, CallMedia media, CallLog log, Answering answering) {
        this.transaction = transaction;
        this.dialog = dialog;
        this.media = media;
        this.log = log;
        this.answering = answering;
    }

    synchronized void proceed(ScheduledExecutorService timer) {
        if (answering.saysNothing()) {
            return;
        }
        if (answering.described().early()) {
            respond(describe(response(183)));
        } else if (answering.ringing()) {
            respond(response(180));
        }
        answering.finalStatus().ifPresent(status ->
                timer.schedule(() -> finish(status), answering.delay().toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Sends the final response; used by the plan and by scripts that answer by hand. */
    synchronized void finish(int status) {
        if (transaction.answered()) {
            return;
        }
        SipMessage response = response(status);
        for (SipMessage.Header header : answering.headers()) {
            response = response.replacing(header.name(), header.value());
        }
        if (status < 300) {
            response = answering.described() == Answering.Described.EARLY ? response : describe(response);
        } else {
            log.hungUp(false);
        }
        respond(response);
    }

    private SipMessage describe(SipMessage response) {
        SipMessage invite = transaction.request();
        if (answer.isEmpty() && invite.hasBody()) {
            answer = media.answer(invite.bodyText()).orElse("");
            if (answer.isEmpty()) {
                log.hungUp(false);
                return response(488);
            }
        } else if (answer.isEmpty()) {
            answer = media.offer(Direction.SENDRECV);
        }
        return response.withBody("application/sdp", answer);
    }

    private SipMessage response(int status) {
        return dialog.response(transaction.request(), status, Reasons.of(status)).with("Allow", PhoneCall.ALLOW);
    }

    private void respond(SipMessage response) {
        log.sent(response);
        transaction.respond(response);
    }

    synchronized void cancelled(ServerTransaction cancel) {
        cancel.respond(SipMessage.response(cancel.request(), 200, "OK"));
        if (!transaction.answered()) {
            log.cancelled();
            respond(response(487));
        }
    }

    synchronized void acknowledged(SipMessage ack) {
        transaction.acknowledged();
        if (ack.hasBody() && media.awaitsAnswer()) {
            media.answered(ack.bodyText());
            media.settled();
        }
    }

    SipMessage request() {
        return transaction.request();
    }
}
