package org.callwright.call.codec;

import org.callwright.call.Effect;

/**
 * Writes rows that wait for the database to bytes and reads them back, in the same way as {@link SessionCodec}. A change
 * to the shape of any row needs a new {@link #VERSION}; a test holds the shape's fingerprint against it.
 */
public final class RowCodec {

    static final byte FORMAT = (byte) 0xC6;
    static final byte VERSION = 3;

    private RowCodec() {
    }

    public static byte[] encode(Effect.Record row) {
        ValueWriter writer = new ValueWriter();
        writer.octet(FORMAT);
        writer.octet(VERSION);
        writer.value(Effect.Record.class, (java.lang.Record) row);
        return writer.bytes();
    }

    /** @throws SessionCodecException when the bytes are no row of this version */
    public static Effect.Record decode(byte[] bytes) {
        ValueReader reader = new ValueReader(bytes);
        if (reader.octet() != FORMAT) {
            throw new SessionCodecException("not a row");
        }
        byte version = reader.octet();
        if (version != VERSION) {
            throw new SessionCodecException("unknown version of rows " + version);
        }
        Effect.Record row = (Effect.Record) reader.value(Effect.Record.class);
        reader.end();
        return row;
    }
}
