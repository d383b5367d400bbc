package org.callwright.tms.web.resource;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callwright.tms.Content;
import org.callwright.tms.Counts;
import org.callwright.tms.Detail;
import org.callwright.tms.MessageStatus;
import org.callwright.tms.RecipientList;
import org.callwright.tms.RecipientStatus;
import org.callwright.tms.TmsAccounts.TmsAccount;
import org.callwright.tms.TmsMessage;
import org.callwright.web.document.Element;

/** How messages look. */
final class MessageView {

    private static final List<RecipientList> LINKED = List.of(RecipientList.FAILED, RecipientList.SENT,
            RecipientList.HUMAN, RecipientList.MACHINE, RecipientList.BUSY, RecipientList.NO_ANSWER,
            RecipientList.COULD_NOT_CONNECT);
    private static final List<Detail> COUNTED = List.of(Detail.BUSY, Detail.NO_ANSWER, Detail.HUMAN, Detail.MACHINE);
    private static final List<RecipientStatus> STATUSES = List.of(RecipientStatus.NEW, RecipientStatus.SENDING,
            RecipientStatus.INCONCLUSIVE, RecipientStatus.BLACKLISTED, RecipientStatus.CANCELED, RecipientStatus.SENT,
            RecipientStatus.FAILED);
    private static final Counts NOBODY = new Counts(Map.of(), Map.of());

    private MessageView() {
    }

    /** In a list. */
    static Element listed(TmsMessage message) {
        return dates(content(message), message)
                .withJsonOnly("status", message.status().wireName())
                .withJsonOnly("_links", links(message.id()));
    }

    /** By itself. */
    static Element whole(TmsMessage message, Counts counts) {
        Element element = content(message)
                .withJsonOnly("recipient_detail_counts", details(counts))
                .withOrNull("from_number", message.fromNumber());
        return dates(element, message)
                .withJsonOnly("status", message.status().wireName())
                .withJsonOnly("_links", links(message.id()))
                .withJsonOnly("recipient_counts", statuses(counts));
    }

    /** One that was not made. */
    static Element refused(MessageForm form, TmsAccount account, Errors errors) {
        Optional<String> text = form.given(MessageForm.SAY_TEXT);
        Optional<String> url = form.given(MessageForm.PLAY_URL);
        return Element.named("Message")
                .withOrNull(url.isEmpty() && text.isPresent() ? MessageForm.SAY_TEXT : MessageForm.PLAY_URL,
                        url.or(() -> text))
                .withJsonOnly("recipient_detail_counts", details(NOBODY))
                .withOrNull("from_number", form.fromNumber(account))
                .withOrNull("created_at", Optional.empty())
                .withJsonOnly("status", MessageStatus.NEW.wireName())
                .withJsonOnly("_links", Element.named("Links").withJsonOnly("self", Paths.MESSAGES))
                .withJsonOnly("errors", errors.element());
    }

    private static Element content(TmsMessage message) {
        Element element = Element.named("Message").withJsonOnly("id", message.id());
        return message.content() instanceof Content.Play play
                ? element.withJsonOnly(MessageForm.PLAY_URL, play.url())
                : element.withJsonOnly(MessageForm.SAY_TEXT, ((Content.Say) message.content()).text());
    }

    private static Element dates(Element element, TmsMessage message) {
        return element
                .withJsonOnly("created_at", Dates.text(message.created()))
                .withJsonOnly("completed_at", Dates.text(message.completed()));
    }

    private static Element links(long id) {
        Element links = Element.named("Links")
                .withJsonOnly("self", Paths.message(id))
                .withJsonOnly("recipients", Paths.recipients(id));
        LINKED.forEach(list -> links.withJsonOnly(Lists.name(list), Paths.recipients(id) + "/" + Lists.name(list)));
        return links;
    }

    private static Element details(Counts counts) {
        Element element = Element.named("Details");
        COUNTED.forEach(detail -> element.withJsonOnly(detail.wireName(), counts.of(detail)));
        return element;
    }

    private static Element statuses(Counts counts) {
        Element element = Element.named("Counts").withJsonOnly("total", counts.total());
        STATUSES.forEach(status -> element.withJsonOnly(status.wireName(), counts.of(status)));
        return element;
    }
}
