package org.callwright.media.spi.tts;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * The way to a speech service on the network, lent to providers by the server, since a provider may have no HTTP client
 * of its own. Size and time are capped, names are checked against certificates, and nobody but the host and port of the
 * URL is asked, whatever a redirect says.
 */
@FunctionalInterface
public interface SpeechNetwork {

    /**
     * Sends a POST and waits for the answer, whatever its status.
     *
     * @throws java.net.SocketTimeoutException when the answer is not whole within the limit
     * @throws IOException when there is no answer or it is too large; the message holds nothing of the request
     * @throws InterruptedException when nobody waits for it any more
     */
    Answer post(Question question) throws IOException, InterruptedException;

    /**
     * What to send.
     *
     * @param url of the operator, http or https
     * @param headers besides Content-Type
     * @param limit from now to the last byte of the answer
     * @param maxBytes of the answer's body
     */
    record Question(URI url, Map<String, String> headers, String mediaType, byte[] body, Duration limit,
                    int maxBytes) {
    }

    /** @param mediaType value of Content-Type, empty when there is none */
    record Answer(int status, String mediaType, byte[] body) {
    }
}
