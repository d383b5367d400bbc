package org.callwright.provisioning;

/** A change is refused and nothing was changed; the message may be shown to whoever asked for it. */
public class ProvisioningException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** A value can't be used. */
        BAD_VALUE,
        WEAK_PASSWORD,
        /** The account is at the lowest level of the tree. */
        NO_SUB_ACCOUNTS,
        /** A closed account is not changed any more. */
        ACCOUNT_CLOSED,
        EMAIL_TAKEN,
        LOGIN_TAKEN,
        NUMBER_TAKEN,
        NOT_PERMITTED
    }

    private final Reason reason;

    ProvisioningException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
