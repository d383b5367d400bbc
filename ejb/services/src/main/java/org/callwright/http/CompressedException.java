package org.callwright.http;

import org.apache.hc.core5.http.ProtocolException;

/** A body is packed, which was not asked for. */
final class CompressedException extends ProtocolException {

    private static final long serialVersionUID = 1L;

    CompressedException() {
        super("the answer is compressed, which was not asked for");
    }
}
