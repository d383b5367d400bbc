package org.callwright.call.value;

import java.net.URI;

/**
 * An application's answer, whatever its status.
 *
 * @param url the URL that answered, after redirects
 * @param contentType media type in lower case without parameters; empty when there was none
 */
public record FetchedDocument(URI url, int status, String contentType, String body) {
}
