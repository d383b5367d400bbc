package org.callwright.media.spi;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Mixes what its members send: each hears all the others and not itself (JSR 309: {@code MediaMixer}). Levels stay as
 * they are: when one speaks and the others are silent, its samples reach them unchanged. Members are network
 * connections of any session of the same media server; one that joins leaves the mixer that it was in, and legs of one
 * session can't be in two mixers ({@link MediaFailure#INTERNAL}).
 *
 * <p>Directions of {@link #join} are seen from the mixer:
 * {@code DUPLEX} is a member that hears and is heard, {@code SEND} one that only hears (muted), {@code RECV} one that
 * is only heard. Joining a member again changes its direction. A member keeps the media group that it is joined with:
 * while the group's player plays, the member hears the player and not the mix; the group's recorders and detectors work
 * on the member's leg as ever. Keys (telephone-events) of a member are told by its group and are silence to the others;
 * in a mix of two, the other one's peer is told them as telephone-events, if it takes such.
 */
public interface MediaMixer extends Joinable {

    /**
     * Whether a member that was joined is one. Ends when the last {@link #join} of that connection is done; fails with
     * a {@link MediaException} when the driver finds out only now that it can't be done. Ends at once for a driver
     * whose join tells all, and for a connection that nobody joined.
     */
    default CompletionStage<Void> joined(Joinable member) {
        return CompletableFuture.completedStage(null);
    }

    /** Lets all members go; does nothing the second time. Members then hear silence, or their own group's player. */
    void release();
}
