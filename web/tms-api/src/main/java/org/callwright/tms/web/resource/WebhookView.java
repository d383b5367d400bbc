package org.callwright.tms.web.resource;

import org.callwright.tms.TmsWebhooks.TmsWebhook;
import org.callwright.web.document.Element;

/** How webhooks look. */
final class WebhookView {

    private WebhookView() {
    }

    static Element of(TmsWebhook webhook) {
        return Element.named("Webhook")
                .withJsonOnly("id", webhook.id())
                .withJsonOnly(WebhookForm.URL, webhook.url())
                .withJsonOnly(WebhookForm.EVENT_TYPE, webhook.event().wireName())
                .withJsonOnly("_links", self(Paths.webhook(webhook.id())));
    }

    /** One that was not made or changed. */
    static Element refused(WebhookForm form, String path, Errors errors) {
        return Element.named("Webhook")
                .withOrNull(WebhookForm.URL, form.given(WebhookForm.URL))
                .withOrNull(WebhookForm.EVENT_TYPE, form.given(WebhookForm.EVENT_TYPE))
                .withJsonOnly("_links", self(path))
                .withJsonOnly("errors", errors.element());
    }

    private static Element self(String path) {
        return Element.named("Links").withJsonOnly("self", path);
    }
}
