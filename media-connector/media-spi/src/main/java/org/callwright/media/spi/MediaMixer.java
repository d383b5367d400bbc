package org.callwright.media.spi;

/**
 * Mixes what its members send: each hears all the others and not itself (JSR 309: {@code MediaMixer}). Members are
 * network connections of any session of the same media server. Directions of {@link #join} are seen from the mixer:
 * {@code DUPLEX} is a member that hears and is heard, {@code SEND} one that only hears (muted), {@code RECV} one that
 * is only heard. Joining a member again changes its direction. A member keeps the media group that it is joined with:
 * while the group's player plays, the member hears the player and not the mix; the group's recorders and detectors work
 * on the member's leg as ever.
 */
public interface MediaMixer extends Joinable {

    /** Lets all members go; does nothing the second time. Members then hear silence, or their own group's player. */
    void release();
}
