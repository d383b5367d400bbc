package org.callwright.tms.web.resource;

import org.callwright.tms.Detail;
import org.callwright.tms.Recipient;
import org.callwright.web.document.Element;

/** How recipients look. */
final class RecipientView {

    private RecipientView() {
    }

    static Element of(Recipient recipient) {
        return Element.named("Recipient")
                .withJsonOnly("id", recipient.id())
                .withJsonOnly("phone", recipient.phone())
                .withOrNull("formatted_phone", recipient.formattedPhone())
                .withJsonOnly("status", recipient.status().wireName())
                .withOrNull("secondary_status", recipient.detail().map(Detail::wireName))
                .withJsonOnly("retries", recipient.attempts())
                .withJsonOnly("created_at", Dates.text(recipient.created()))
                .withOrNull("sent_at", Dates.text(recipient.sentAt()))
                .withOrNull("completed_at", Dates.text(recipient.completed()))
                .withJsonOnly("error_message", recipient.error())
                .withJsonOnly("_links", Element.named("Links")
                        .withJsonOnly("self", Paths.recipient(recipient.message(), recipient.id()))
                        .withJsonOnly("voice_message", Paths.message(recipient.message())));
    }
}
