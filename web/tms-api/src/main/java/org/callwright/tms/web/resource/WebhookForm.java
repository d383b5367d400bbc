package org.callwright.tms.web.resource;

import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.callwright.tms.RecipientStatus;
import org.callwright.tms.TmsWebhooks.TmsWebhook;
import org.callwright.tms.web.body.Fields;

/** What a webhook is asked for or changed with. When it is changed, a field that is not given stays as it is. */
final class WebhookForm implements Fields {

    static final String URL = "url";
    static final String EVENT_TYPE = "event_type";
    private static final Set<String> KNOWN = Set.of(URL, EVENT_TYPE);

    private final Map<String, String> texts = new HashMap<>();

    WebhookForm() {
    }

    WebhookForm(TmsWebhook before) {
        texts.put(URL, before.url().toString());
        texts.put(EVENT_TYPE, before.event().wireName());
    }

    @Override
    public void text(String name, Optional<String> value) {
        if (KNOWN.contains(name)) {
            value.filter(text -> !text.isBlank()).ifPresentOrElse(
                    text -> texts.put(name, text.strip()), () -> texts.remove(name));
        }
    }

    Optional<String> given(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    Errors errors() {
        Errors errors = new Errors();
        given(URL).ifPresentOrElse(url -> {
            if (Values.characters(url) > Values.LONGEST_URL) {
                errors.add(URL, Errors.tooLong(Values.LONGEST_URL));
            } else if (!Values.isWebAddress(url)) {
                errors.add(URL, Errors.INVALID);
            }
        }, () -> errors.add(URL, Errors.BLANK));
        given(EVENT_TYPE).ifPresentOrElse(name -> {
            if (event(name).isEmpty()) {
                errors.add(EVENT_TYPE, name + " is not a valid event type");
            }
        }, () -> errors.add(EVENT_TYPE, Errors.BLANK));
        return errors;
    }

    /** Call it only when there are no errors. */
    URI url() {
        return URI.create(texts.get(URL));
    }

    /** Call it only when there are no errors. */
    RecipientStatus event() {
        return event(texts.get(EVENT_TYPE)).orElseThrow();
    }

    /** Nobody is told that a recipient is new. */
    private static Optional<RecipientStatus> event(String name) {
        return Stream.of(RecipientStatus.values())
                .filter(status -> status != RecipientStatus.NEW)
                .filter(status -> status.wireName().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
