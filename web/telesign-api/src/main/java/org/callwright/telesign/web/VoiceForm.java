package org.callwright.telesign.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.callwright.call.program.VoiceMessage;
import org.callwright.telesign.Callee;
import org.callwright.telesign.MessageType;
import org.callwright.telesign.SignedRequest;
import org.callwright.telesign.TelesignError;
import org.callwright.telesign.TelesignException;
import org.callwright.telesign.VoiceOrder;

/**
 * The form by which a call is asked for. First what is missing is told, then what can't be used, each parameter by its
 * own code; {@link MessageForm} has those that make the message.
 */
final class VoiceForm {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Set<String> EVENTS = Set.of("create", "sign-in", "transact", "update", "delete");
    private static final Pattern EXTERNAL_ID = Pattern.compile("\\p{ASCII}{1,100}");
    private static final int LONGEST_URL = 4_096;

    private final FormBody form;
    private final boolean httpsOnly;

    private VoiceForm(FormBody form, boolean httpsOnly) {
        this.form = form;
        this.httpsOnly = httpsOnly;
    }

    /** @throws TelesignException naming the first parameter that is missing or can't be used */
    static VoiceOrder read(SignedRequest request, boolean httpsOnly) {
        String mediaType = request.contentType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!mediaType.equals(FORM)) {
            throw new TelesignException(TelesignError.BAD_REQUEST, "Content-Type must be " + FORM);
        }
        return new VoiceForm(new FormBody(request.body()), httpsOnly).read();
    }

    private VoiceOrder read() {
        String number = required("phone_number", TelesignError.PHONE_NUMBER_MISSING);
        required("message", TelesignError.MESSAGE_MISSING);
        String type = required("message_type", TelesignError.MESSAGE_TYPE_MISSING);
        Callee callee = Numbers.callee(number);
        VoiceMessage message = new MessageForm(form).read();
        MessageType messageType = MessageType.parse(type)
                .orElseThrow(() -> new TelesignException(TelesignError.MESSAGE_TYPE));
        Optional<URI> callbackUrl = callbackUrl();
        return new VoiceOrder(
                callee,
                message,
                messageType,
                form.text("caller_id"),
                callbackUrl,
                checked("external_id", TelesignError.EXTERNAL_ID, id -> EXTERNAL_ID.matcher(id).matches()),
                checked("account_lifecycle_event", TelesignError.LIFECYCLE_EVENT, EVENTS::contains),
                checked("originating_ip", TelesignError.ORIGINATING_IP, IpAddresses::isAddress));
    }

    /** What is garbled is not missing; it is empty, which no parameter may be, and told about later. */
    private String required(String name, TelesignError missing) {
        if (form.garbled(name)) {
            return "";
        }
        return form.text(name).orElseThrow(() -> new TelesignException(missing));
    }

    private void refuseGarbled(String name, TelesignError error) {
        if (form.garbled(name)) {
            throw new TelesignException(error);
        }
    }

    private Optional<String> checked(String name, TelesignError error, Predicate<String> rule) {
        refuseGarbled(name, error);
        Optional<String> value = form.text(name);
        if (value.filter(rule.negate()).isPresent()) {
            throw new TelesignException(error);
        }
        return value;
    }

    /** One of the service's clients calls the parameter by another name. */
    private Optional<URI> callbackUrl() {
        for (String name : List.of("callback_url", "callbackURL")) {
            if (form.has(name)) {
                return Optional.of(form.text(name).flatMap(this::url)
                        .orElseThrow(() -> new TelesignException(TelesignError.CALLBACK_URL)));
            }
        }
        return Optional.empty();
    }

    private Optional<URI> url(String text) {
        try {
            URI url = new URI(text);
            String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("https") || scheme.equals("http") && !httpsOnly;
            return web && url.getHost() != null && url.getRawUserInfo() == null && text.length() <= LONGEST_URL
                    ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
