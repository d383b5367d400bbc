package org.callwright.phone;

import java.net.InetSocketAddress;
import org.callwright.phone.media.Direction;
import org.callwright.phone.sip.ClientTransaction;
import org.callwright.phone.sip.Dialog;
import org.callwright.phone.sip.SipEndpoint;
import org.callwright.phone.sip.SipMessage;
import org.callwright.phone.sip.SipText;

/**
 * The caller's part until the call is answered: INVITE, provisional and final responses, ACK, CANCEL. The 2xx is
 * acknowledged each time it comes, unless the script withholds the ACK.
 */
final class OutgoingLeg {

    private static final String SDP = "application/sdp";

    private final SipEndpoint endpoint;
    private final Dialog dialog;
    private final CallMedia media;
    private final CallLog log;
    private final CallOptions options;
    private ClientTransaction transaction;
    private SipMessage ack;
    private boolean mayAcknowledge;

    OutgoingLeg(SipEndpoint endpoint, Dialog dialog, CallMedia media, CallLog log, CallOptions options) {
        this.endpoint = endpoint;
        this.dialog = dialog;
        this.media = media;
        this.log = log;
        this.options = options;
        this.mayAcknowledge = options.automaticAck();
    }

    synchronized void invite() {
        SipMessage invite = dialog.request("INVITE").with("Allow", PhoneCall.ALLOW);
        for (SipMessage.Header header : options.headers()) {
            invite = invite.replacing(header.name(), header.value());
        }
        if (!options.lateOffer()) {
            String offer = options.customSdp().map(media::offer).orElseGet(() -> media.offer(Direction.SENDRECV));
            invite = invite.withBody(SDP, offer);
        }
        log.sent(invite);
        transaction = endpoint.send(invite, dialog.nextHop(), this::received);
    }

    private synchronized void received(SipMessage response) {
        log.arrived(response);
        if (!SipText.tag(response.header("To").orElse("")).isEmpty() && response.status() < 300) {
            dialog.establish(response);
        }
        if (response.hasBody() && media.awaitsAnswer()) {
            media.answered(response.bodyText());
        }
        if (response.status() >= 300) {
            log.hungUp(false);
        } else if (response.status() >= 200) {
            media.settled();
            prepareAck(response);
            acknowledgeIfAllowed();
        }
        log.response(response);
    }

    private void prepareAck(SipMessage response) {
        if (ack == null) {
            ack = dialog.ack(response.cseq());
            if (options.lateOffer() && response.hasBody()) {
                SipMessage plain = ack;
                ack = media.answer(response.bodyText()).map(sdp -> plain.withBody(SDP, sdp)).orElse(plain);
            }
        }
    }

    private void acknowledgeIfAllowed() {
        if (mayAcknowledge && ack != null) {
            log.sent(ack);
            endpoint.sendAck(ack, dialog.nextHop());
        }
    }

    synchronized void acknowledge() {
        mayAcknowledge = true;
        acknowledgeIfAllowed();
    }

    synchronized void cancel() {
        endpoint.cancel(transaction, log::arrived);
    }

    SipMessage request() {
        return transaction.request();
    }

    InetSocketAddress target() {
        return transaction.target();
    }
}
