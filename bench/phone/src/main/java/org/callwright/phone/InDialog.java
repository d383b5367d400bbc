package org.callwright.phone;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.callwright.phone.media.Direction;
import org.callwright.phone.sip.Dialog;
import org.callwright.phone.sip.ServerTransaction;
import org.callwright.phone.sip.SipEndpoint;
import org.callwright.phone.sip.SipMessage;

/** The answered call: BYE, INFO and re-INVITE of this side, and all requests of the far end. */
final class InDialog {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SipEndpoint endpoint;
    private final Dialog dialog;
    private final CallMedia media;
    private final CallLog log;
    private ServerTransaction remoteReinvite;

    InDialog(SipEndpoint endpoint, Dialog dialog, CallMedia media, CallLog log) {
        this.endpoint = endpoint;
        this.dialog = dialog;
        this.media = media;
        this.log = log;
    }

    /** Sends a request and waits for its final response. */
    SipMessage exchange(SipMessage request) {
        CompletableFuture<SipMessage> last = new CompletableFuture<>();
        log.sent(request);
        endpoint.send(request, dialog.nextHop(), response -> {
            log.arrived(response);
            if (response.status() >= 200) {
                if (request.method().equals("INVITE")) {
                    reinviteAnswered(request, response);
                }
                last.complete(response);
            }
        });
        try {
            return last.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new PhoneException("no final response to " + request.method() + "; messages:\n" + log.story(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PhoneException("interrupted", e);
        }
    }

    /** Sends BYE and does not wait. */
    void sendBye() {
        SipMessage bye = dialog.request("BYE");
        log.sent(bye);
        endpoint.send(bye, dialog.nextHop(), log::arrived);
    }

    SipMessage request(String method) {
        return dialog.request(method);
    }

    /** Renegotiates with that offer; an empty one leaves the offer to the far end. */
    SipMessage reinvite(String offer) {
        SipMessage invite = dialog.request("INVITE").with("Allow", PhoneCall.ALLOW);
        return exchange(offer.isEmpty() ? invite : invite.withBody("application/sdp", offer));
    }

    SipMessage reinvite(Direction direction) {
        return reinvite(media.offer(direction));
    }

    private void reinviteAnswered(SipMessage invite, SipMessage response) {
        if (response.status() >= 300) {
            media.settled();
            return;
        }
        dialog.refresh(response);
        SipMessage ack = dialog.ack(response.cseq());
        if (!invite.hasBody() && response.hasBody()) {
            ack = ack.withBody("application/sdp", media.answer(response.bodyText()).orElse(""));
        } else if (media.awaitsAnswer()) {
            media.answered(response.bodyText());
            media.settled();
        }
        log.sent(ack);
        endpoint.sendAck(ack, dialog.nextHop());
    }

    /** Answers a request of the far end. */
    synchronized void received(ServerTransaction transaction) {
        SipMessage request = transaction.request();
        log.arrived(request);
        log.request(request);
        switch (request.method()) {
            case "BYE" -> {
                respond(transaction, dialog.response(request, 200, "OK"));
                log.hungUp(true);
                media.rtp().stopSending();
            }
            case "INFO", "OPTIONS" -> respond(transaction, dialog.response(request, 200, "OK")
                    .with("Allow", PhoneCall.ALLOW));
            case "INVITE" -> reinvited(transaction);
            default -> respond(transaction, dialog.response(request, 405, Reasons.of(405))
                    .with("Allow", PhoneCall.ALLOW));
        }
    }

    private void reinvited(ServerTransaction transaction) {
        SipMessage request = transaction.request();
        dialog.refresh(request);
        SipMessage ok = dialog.response(request, 200, "OK").with("Allow", PhoneCall.ALLOW);
        String body = request.hasBody() ? media.answer(request.bodyText()).orElse("") : media.offer(Direction.SENDRECV);
        remoteReinvite = transaction;
        respond(transaction, body.isEmpty() ? dialog.response(request, 488, Reasons.of(488))
                : ok.withBody("application/sdp", body));
    }

    /** The far end acknowledged a 2xx. @return whether it was that of a re-INVITE */
    synchronized boolean acknowledged(SipMessage ack) {
        if (remoteReinvite == null || remoteReinvite.request().cseq() != ack.cseq()) {
            return false;
        }
        remoteReinvite.acknowledged();
        if (ack.hasBody() && media.awaitsAnswer()) {
            media.answered(ack.bodyText());
            media.settled();
        }
        return true;
    }

    private void respond(ServerTransaction transaction, SipMessage response) {
        log.sent(response);
        transaction.respond(response);
    }
}
