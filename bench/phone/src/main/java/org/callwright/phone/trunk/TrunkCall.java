package org.callwright.phone.trunk;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.callwright.phone.Reasons;
import org.callwright.phone.sip.Dialog;
import org.callwright.phone.sip.ServerTransaction;
import org.callwright.phone.sip.SipMessage;

/** One call that came in: the signalling of its scenario. Belongs to the trunk's signalling thread. */
final class TrunkCall {

    static final String ALLOW = "INVITE, ACK, CANCEL, BYE, OPTIONS, INFO";
    private static final String SDP = "application/sdp";
    /** After which an answer that was not acknowledged is taken back (RFC 3261 section 13.3.1.4). */
    private static final Duration ACK_LIMIT = Duration.ofSeconds(32);

    /** A caller that has not given up by then is dead. */
    private static final Duration RINGING_LIMIT = Duration.ofMinutes(3);

    private final TestTrunk trunk;
    private final ServerTransaction invite;
    private final Dialog dialog;
    private final String number;
    private final Scenario scenario;
    private Optional<CallAudio> audio = Optional.empty();
    private Optional<ServerTransaction> reinvite = Optional.empty();
    private long connectedAt;
    private boolean connected;
    private boolean over;

    TrunkCall(TestTrunk trunk, ServerTransaction invite, String number, Scenario scenario) {
        this.trunk = trunk;
        this.invite = invite;
        this.dialog = Dialog.called(invite.request(), trunk.contact());
        this.number = number;
        this.scenario = scenario;
    }

    void begin() {
        if (dead()) {
            trunk.later(ACK_LIMIT, () -> end("said nothing"));
        } else if (scenario.status() == Scenario.RINGS) {
            respond(180);
            trunk.later(RINGING_LIMIT, () -> refuse(480));
        } else if (scenario.ringing().isZero()) {
            settle();
        } else {
            respond(180);
            trunk.later(scenario.ringing(), this::settle);
        }
    }

    private void settle() {
        if (over) {
            return;
        }
        if (scenario.answers()) {
            answer();
        } else {
            refuse(scenario.status());
        }
    }

    private void refuse(int status) {
        if (!over) {
            respond(status);
            end("refused with " + status);
        }
    }

    private void answer() {
        CallAudio opened = new CallAudio(trunk.address(), scenario,
                reason -> trunk.later(Duration.ZERO, () -> hangUp(reason)));
        audio = Optional.of(opened);
        trunk.clock().add(opened);
        SipMessage request = invite.request();
        Optional<String> body = request.hasBody() ? opened.answer(request.bodyText()) : Optional.of(opened.offer());
        if (body.isEmpty()) {
            refuse(488);
            return;
        }
        invite.respond(response(request, 200).withBody(SDP, body.get()));
        trunk.tally().answered(number);
        trunk.later(ACK_LIMIT, () -> {
            if (!connected) {
                hangUp("answered, but the caller did not acknowledge it");
            }
        });
    }

    /** A request of the caller, CANCEL and ACK excepted. */
    void received(ServerTransaction transaction) {
        SipMessage request = transaction.request();
        switch (request.method()) {
            case "BYE" -> {
                transaction.respond(response(request, 200));
                end("the caller hung up");
            }
            case "INVITE" -> reinvited(transaction);
            case "INFO", "OPTIONS" -> transaction.respond(response(request, 200));
            default -> transaction.respond(response(request, 405));
        }
    }

    private void reinvited(ServerTransaction transaction) {
        SipMessage request = transaction.request();
        dialog.refresh(request);
        Optional<String> body = audio.flatMap(open -> request.hasBody() ? open.answer(request.bodyText())
                : Optional.of(open.offer()));
        reinvite = Optional.of(transaction);
        transaction.respond(body.map(text -> response(request, 200).withBody(SDP, text))
                .orElseGet(() -> response(request, 488)));
    }

    void acknowledged(SipMessage ack) {
        Optional<ServerTransaction> answered = reinvite.filter(each -> each.request().cseq() == ack.cseq());
        answered.orElse(invite).acknowledged();
        if (ack.hasBody()) {
            audio.ifPresent(open -> open.answered(ack.bodyText()));
        }
        if (audio.isPresent() && !connected && !over) {
            connected = true;
            connectedAt = System.nanoTime();
            trunk.tally().acknowledged(number);
            audio.get().connect();
        }
    }

    void cancelled(ServerTransaction cancel) {
        if (dead()) {
            return;
        }
        cancel.respond(response(cancel.request(), 200));
        if (!invite.answered()) {
            respond(487);
            end("the caller gave up");
        }
    }

    void hangUp(String why) {
        if (!over && audio.isPresent()) {
            trunk.send(dialog.request("BYE"), dialog.nextHop());
            end(why);
        }
    }

    /** The trunk is being closed. */
    void abandon() {
        if (audio.isPresent()) {
            hangUp("the trunk was closed");
        } else if (!dead()) {
            refuse(480);
        }
    }

    private void end(String how) {
        if (over) {
            return;
        }
        over = true;
        audio.ifPresent(CallAudio::end);
        trunk.ended(this, summary(how));
    }

    private String summary(String how) {
        StringBuilder line = new StringBuilder(number).append(", ").append(scenario.name()).append(": ").append(how);
        if (connected) {
            line.append(String.format(Locale.ROOT, ", connected for %.1f s", (System.nanoTime() - connectedAt) / 1e9));
        }
        audio.map(CallAudio::pressed).filter(keys -> !keys.isEmpty())
                .ifPresent(keys -> line.append(", pressed ").append(keys));
        return line.toString();
    }

    /** Whether the request belongs to this call. */
    boolean owns(SipMessage request) {
        return dialog.matches(request);
    }

    boolean over() {
        return over;
    }

    String callId() {
        return dialog.callId();
    }

    private boolean dead() {
        return scenario.status() == Scenario.DEAD;
    }

    private void respond(int status) {
        invite.respond(response(invite.request(), status));
    }

    private SipMessage response(SipMessage request, int status) {
        return dialog.response(request, status, Reasons.of(status)).with("Allow", ALLOW);
    }
}
