package org.callwright.speech;

import org.callwright.media.spi.tts.TtsException;

/** A provider was not asked, because it failed several times in a row a short while ago. */
final class RestingException extends TtsException {

    private static final long serialVersionUID = 1L;

    RestingException() {
        super(ENGINE_FAILURE, "the speech engine failed before and is not asked for a while");
    }
}
