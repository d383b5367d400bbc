package org.callwright.media.mgcp.message;

/**
 * Something that is no message.
 *
 * @param transactionId of a command that can be answered; {@link #NONE} when it must be dropped
 * @param code return code that the sender of the command is owed
 * @param reason a sentence without anything of the message's text
 */
public record Malformed(int transactionId, int code, String reason) implements Received {

    public static final int NONE = -1;

    /** Whether the sender can be told. */
    public boolean answerable() {
        return transactionId != NONE;
    }
}
