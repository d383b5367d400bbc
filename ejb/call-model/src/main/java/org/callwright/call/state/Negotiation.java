package org.callwright.call.state;

/**
 * Where the exchange of offer and answer stands (RFC 3264).
 *
 * @param renewed whether a re-INVITE began it
 */
public record Negotiation(Stage stage, boolean renewed) {

    public static final Negotiation NONE = new Negotiation(Stage.NONE, false);

    /** The steps of an exchange. */
    public enum Stage {
        NONE,
        /** Media makes the answer to the peer's offer. */
        ANSWERING,
        /** Media makes our offer. */
        OFFERING,
        /** Our offer is out; the peer's answer comes with its 2xx or ACK. */
        AWAITING_ANSWER,
        /** Our offer is out; media has an early answer, and the final one comes with the peer's 2xx. */
        EARLY,
        /** Media applies the peer's answer. */
        APPLYING
    }

    /** The same exchange a step further. */
    public Negotiation at(Stage next) {
        return new Negotiation(next, renewed);
    }

    public boolean is(Stage wanted) {
        return stage == wanted;
    }

    /** Whether a re-INVITE of the peer has no final answer from us yet. */
    public boolean holdsReinvite() {
        return renewed && (stage == Stage.ANSWERING || stage == Stage.OFFERING);
    }
}
