package org.callwright.call.codec;

import org.callwright.call.CallSession;

/**
 * Writes sessions to bytes and reads them back. The first byte tells the format, the second its version; then the
 * record components in their order, see {@link ValueWriter}. A change to the shape of anything in a session needs a new
 * {@link #VERSION}; a test holds the shape's fingerprint against it.
 */
public final class SessionCodec {

    static final byte FORMAT = (byte) 0xC5;
    static final byte VERSION = 12;

    private SessionCodec() {
    }

    public static byte[] encode(CallSession session) {
        ValueWriter writer = new ValueWriter();
        writer.octet(FORMAT);
        writer.octet(VERSION);
        writer.value(CallSession.class, session);
        return writer.bytes();
    }

    /** @throws SessionCodecException when the bytes are no session of this version */
    public static CallSession decode(byte[] bytes) {
        ValueReader reader = new ValueReader(bytes);
        if (reader.octet() != FORMAT) {
            throw new SessionCodecException("not a session");
        }
        byte version = reader.octet();
        if (version != VERSION) {
            throw new SessionCodecException("unknown session version " + version);
        }
        CallSession session = (CallSession) reader.value(CallSession.class);
        reader.end();
        return session;
    }
}
