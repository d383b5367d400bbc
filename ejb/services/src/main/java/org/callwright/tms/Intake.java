package org.callwright.tms;

/**
 * Takes in the recipients of one message, as they come, before it is known whether the message is right. Nothing lasts
 * until {@link #accept}; memory is bounded however many there are. For one thread.
 */
public interface Intake extends AutoCloseable {

    /** One more recipient, as given. */
    void add(String phone);

    /** How many were added. */
    long size();

    /**
     * Writes the message and all its recipients down, in one transaction, to be built in the background; or gives the
     * message that the same request has made a moment ago.
     */
    TmsMessage accept(MessageOrder order);

    /** Forgets what was not accepted. */
    @Override
    void close();
}
