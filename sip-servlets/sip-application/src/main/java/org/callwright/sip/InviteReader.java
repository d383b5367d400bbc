package org.callwright.sip;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.servlet.sip.Address;
import javax.servlet.sip.ServletParseException;
import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipURI;
import javax.servlet.sip.TelURL;
import javax.servlet.sip.URI;
import org.callwright.call.value.InviteFacts;
import org.callwright.call.value.Parameter;
import org.callwright.call.value.SipAnswer;

/** Reads out of an INVITE, or the answer to one, what the call machine needs; says what makes it unusable. */
final class InviteReader {

    static final String SDP = "application/sdp";

    private static final int LONGEST_USER = 255;
    private static final int LONGEST_HEADER = 1024;
    private static final int MOST_HEADERS = 64;

    private InviteReader() {
    }

    /** What the request must be refused with before the machine sees it. */
    static Optional<SipRefusal> check(SipServletRequest invite) throws IOException {
        String required = String.join(", ", values(invite, "Require"));
        if (!required.isBlank()) {
            return Optional.of(SipRefusal.badExtension(required));
        }
        if (invite.getContentLength() > 0 && !isSdp(invite)) {
            return Optional.of(SipRefusal.unsupportedMedia(SDP));
        }
        if (user(invite.getFrom().getURI()).length() > LONGEST_USER
                || user(invite.getRequestURI()).length() > LONGEST_USER) {
            return Optional.of(SipRefusal.badRequest("User Part Too Long"));
        }
        return Optional.empty();
    }

    static InviteFacts facts(SipServletRequest invite) {
        URI target = invite.getRequestURI();
        return new InviteFacts(
                user(invite.getFrom().getURI()),
                user(target),
                target instanceof SipURI sip ? sip.getHost() : "",
                Optional.ofNullable(invite.getFrom().getDisplayName()).filter(name -> !name.isBlank()),
                forwardedFrom(invite),
                applicationHeaders(invite),
                invite.getCallId(),
                invite.getInitialRemoteAddr() + ":" + invite.getInitialRemotePort());
    }

    /** The SDP of a message, or empty when it has no body. */
    static Optional<String> sdp(SipServletMessage message) throws IOException {
        return message.getContentLength() > 0 && isSdp(message) ? Optional.of(text(message)) : Optional.empty();
    }

    static String text(SipServletMessage message) throws IOException {
        byte[] body = message.getRawContent();
        return body == null ? "" : new String(body, StandardCharsets.UTF_8);
    }

    private static boolean isSdp(SipServletMessage message) {
        String type = message.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(SDP);
    }

    /** User part of the URI without its parameters, or the whole URI when it has none. */
    private static String user(URI uri) {
        String user = uri instanceof SipURI sip ? sip.getUser() : uri instanceof TelURL tel ? telephone(tel) : null;
        if (user == null || user.isEmpty()) {
            return uri.toString();
        }
        int parameters = user.indexOf(';');
        return parameters > 0 ? user.substring(0, parameters) : user;
    }

    private static String telephone(TelURL tel) {
        String number = tel.getPhoneNumber();
        return tel.isGlobal() && !number.startsWith("+") ? "+" + number : number;
    }

    private static Optional<String> forwardedFrom(SipServletRequest invite) {
        try {
            Address diversion = invite.getAddressHeader("Diversion");
            return diversion == null ? Optional.empty() : Optional.of(user(diversion.getURI()));
        } catch (ServletParseException e) {
            return Optional.empty();
        }
    }

    /** What applications may want to know of a final answer. */
    static Optional<SipAnswer> answer(SipServletMessage response) {
        return Optional.of(new SipAnswer(response.getCallId(), applicationHeaders(response).stream()
                .filter(header -> !header.name().equalsIgnoreCase("Diversion")).toList()));
    }

    private static List<Parameter> applicationHeaders(SipServletMessage message) {
        List<Parameter> headers = new ArrayList<>();
        Iterator<?> names = message.getHeaderNames();
        while (names.hasNext() && headers.size() < MOST_HEADERS) {
            String name = String.valueOf(names.next());
            String folded = name.toLowerCase(Locale.ROOT);
            if (folded.startsWith("x-") || folded.equals("diversion")) {
                values(message, name).stream()
                        .filter(value -> value.length() <= LONGEST_HEADER)
                        .forEach(value -> headers.add(new Parameter(name, value)));
            }
        }
        return headers;
    }

    private static List<String> values(SipServletMessage message, String name) {
        List<String> values = new ArrayList<>();
        message.getHeaders(name).forEachRemaining(value -> values.add(String.valueOf(value)));
        return values;
    }
}
