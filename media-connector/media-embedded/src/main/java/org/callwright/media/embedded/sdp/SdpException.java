package org.callwright.media.embedded.sdp;

/** A text that is no usable session description. */
public class SdpException extends Exception {

    private static final long serialVersionUID = 1L;

    public SdpException(String message) {
        super(message);
    }
}
