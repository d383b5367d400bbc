package org.callwright.cleanup.messages;

/**
 * What a clean-up has done so far.
 *
 * @param examined messages whose time was over
 * @param waiting those of them that stay because a webhook has not been told yet
 * @param removed messages; none in a dry run
 * @param recipients removed with them; in a dry run, those that would go
 */
record MessageTally(long examined, long waiting, long removed, long recipients) {

    static final MessageTally NONE = new MessageTally(0, 0, 0, 0);

    MessageTally plus(MessageTally other) {
        return new MessageTally(examined + other.examined, waiting + other.waiting, removed + other.removed,
                recipients + other.recipients);
    }

    static MessageTally found(int examined, int waiting) {
        return new MessageTally(examined, waiting, 0, 0);
    }

    static MessageTally gone(int removed) {
        return new MessageTally(0, 0, removed, 0);
    }

    static MessageTally recipientsGone(long recipients) {
        return new MessageTally(0, 0, 0, recipients);
    }
}
