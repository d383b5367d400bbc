package org.callwright.sip;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.callwright.call.value.Credentials;
import org.callwright.call.value.Parameter;

/**
 * The INVITE of a call that we place. Who asks who calls gets it again with the answer to his challenge (RFC 3261
 * section 22), if the call has credentials: once the callee, once a proxy, and once more when a nonce was too old.
 */
final class PlacedInvite {

    /** Callees of a fork whose early answers are kept; nobody may fill our memory with more. */
    private static final int MAX_EARLY_ANSWERS = 16;

    private final Optional<Credentials> credentials;
    private final Map<String, DigestChallenge> challenges = new LinkedHashMap<>();
    private final Map<DigestChallenge, Integer> uses = new HashMap<>();
    private final Map<String, String> earlyAnswers = new HashMap<>();
    private SipServletRequest request;

    PlacedInvite(SipServletRequest request, Optional<Credentials> credentials) {
        this.request = request;
        this.credentials = credentials;
    }

    void send(String sdp, List<Parameter> headers) throws IOException {
        for (Parameter header : headers) {
            request.addHeader(header.name(), header.value());
        }
        request.setContent(sdp.getBytes(StandardCharsets.UTF_8), InviteReader.SDP);
        request.send();
    }

    /** Sends it again if the refusal is a question that we can answer. False: the refusal holds. */
    boolean answer(SipServletResponse refusal) throws IOException {
        Optional<DigestChallenge> challenge = switch (refusal.getStatus()) {
            case SipServletResponse.SC_UNAUTHORIZED -> ask("Authorization", refusal.getHeaders("WWW-Authenticate"));
            case SipServletResponse.SC_PROXY_AUTHENTICATION_REQUIRED ->
                    ask("Proxy-Authorization", refusal.getHeaders("Proxy-Authenticate"));
            default -> Optional.empty();
        };
        if (credentials.isEmpty() || challenge.isEmpty()) {
            return false;
        }
        SipServletRequest again = refusal.getSession().createRequest("INVITE");
        String uri = again.getRequestURI().toString();
        String cnonce = UUID.randomUUID().toString().replace("-", "");
        challenges.forEach((header, asked) -> again.setHeader(header, asked.answer(
                credentials.get(), "INVITE", uri, cnonce, uses.merge(asked, 1, Integer::sum))));
        again.send();
        request = again;
        return true;
    }

    /** The first challenge that we can answer, unless its answer was wrong already. */
    private Optional<DigestChallenge> ask(String answeringHeader, Iterator<?> headers) {
        while (headers.hasNext()) {
            Optional<DigestChallenge> challenge = DigestChallenge.parse(String.valueOf(headers.next()));
            if (challenge.isPresent()) {
                DigestChallenge before = challenges.put(answeringHeader, challenge.get());
                return challenge.filter(again -> before == null || again.stale() && !before.stale());
            }
        }
        return Optional.empty();
    }

    /** Keeps the answer that a callee has given before his 2xx. */
    void answeredEarly(String calleesTag, String sdp) {
        if (earlyAnswers.size() < MAX_EARLY_ANSWERS || earlyAnswers.containsKey(calleesTag)) {
            earlyAnswers.put(calleesTag, sdp);
        }
    }

    /**
     * What a callee answered before his 2xx. That should repeat it, when the early one was not sent reliably
     * (RFC 3261 section 13.2.1); there are gateways that leave it out.
     */
    Optional<String> earlyAnswer(String calleesTag) {
        return Optional.ofNullable(earlyAnswers.get(calleesTag));
    }

    /** Takes it back, unless its final response is there already and about to be handled. */
    void cancel() throws IOException {
        try {
            request.createCancel().send();
        } catch (IllegalStateException answered) {
            SipLog.LOG.debug("a final response was quicker than CANCEL", answered);
        }
    }
}
