package org.callwright.engine.port;

import java.util.concurrent.CompletionStage;
import org.callwright.call.value.FetchedDocument;
import org.callwright.call.value.WebRequest;

/**
 * Asks applications over HTTP. Stages complete on threads of the adapter, with whatever status the application
 * answered, or fail with a {@link WebhookException}.
 */
public interface WebhookPort {

    CompletionStage<FetchedDocument> fetch(WebRequest request);
}
