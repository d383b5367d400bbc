package org.callwright.http;

import java.util.concurrent.CompletionStage;
import org.callwright.call.value.FetchedDocument;
import org.callwright.call.value.WebRequest;
import org.callwright.engine.port.WebhookPort;
import org.callwright.settings.WebhookSettings;

/** Asks applications for documents through the guarded client. */
public final class WebhookClient implements WebhookPort {

    private static final String ACCEPT = "application/xml, text/xml, text/html;q=0.9, audio/*;q=0.8, */*;q=0.5";

    private final GuardedHttpClient http;
    private final WebhookSettings settings;

    public WebhookClient(GuardedHttpClient http, WebhookSettings settings) {
        this.http = http;
        this.settings = settings;
    }

    @Override
    public CompletionStage<FetchedDocument> fetch(WebRequest request) {
        return http.ask(new HttpQuery<>(
                        request, ACCEPT, settings.maxDocumentBytes(), settings.totalTimeout(), BytesSink::new))
                .thenApply(WebhookClient::document);
    }

    private static FetchedDocument document(HttpAnswer<byte[]> answer) {
        String contentType = answer.header("content-type");
        return new FetchedDocument(answer.url(), answer.status(), DocumentText.mediaType(contentType),
                DocumentText.decode(answer.body(), contentType));
    }
}
