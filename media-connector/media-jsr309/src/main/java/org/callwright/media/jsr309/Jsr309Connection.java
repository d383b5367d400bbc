package org.callwright.media.jsr309;

import org.callwright.media.jsr309.reflect.Handle;
import org.callwright.media.spi.Joinable;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.NetworkConnection;
import org.callwright.media.spi.NetworkConnectionListener;
import org.callwright.media.spi.SdpPortManager;

/**
 * {@code NetworkConnection}. Of a mixer's member it decides which of the two it hears: its group while that plays,
 * otherwise the mixer.
 */
final class Jsr309Connection extends Jsr309Joinable implements NetworkConnection {

    private final Jsr309Sdp sdp;
    private Jsr309Group group;
    private Jsr309Mixer mixer;
    private Direction toMixer;

    Jsr309Connection(Jsr309Session session, Handle handle, NetworkConnectionListener listener) throws MediaException {
        super(session, handle);
        this.sdp = new Jsr309Sdp(session, handle.get("networkconnection.SdpPortManager", "getSdpPortManager"),
                () -> listener.inactive(session.server.silence()));
    }

    @Override
    public SdpPortManager sdpPortManager() {
        return sdp;
    }

    /** Groups and mixers do the same whichever side the join is made from. */
    @Override
    void joined(Direction direction, Jsr309Joinable other) throws MediaException {
        if (other instanceof Jsr309Connection) {
            connect(direction, other);
        } else {
            other.joined(switch (direction) {
                case SEND -> Direction.RECV;
                case RECV -> Direction.SEND;
                case DUPLEX -> Direction.DUPLEX;
            }, this);
        }
    }

    @Override
    public void unjoin(Joinable other) {
        if (other instanceof Jsr309Joinable peer && !(other instanceof Jsr309Connection)) {
            peer.unjoin(this);
        } else {
            super.unjoin(other);
        }
    }

    synchronized void in(Jsr309Group joined) {
        group = joined;
    }

    /** @param direction as the mixer sees it */
    synchronized void in(Jsr309Mixer joined, Direction direction) throws MediaException {
        joined.connect(direction, this);
        mixer = joined;
        toMixer = direction;
    }

    /** The mixer lets it go; its group has it back. */
    synchronized void leave(Jsr309Mixer left) {
        if (mixer == left) {
            mixer = null;
            session.attempt("join", () -> hear(group, Direction.DUPLEX));
        }
    }

    /** The group plays from now on, or no more. */
    synchronized void hearsGroup(boolean plays) {
        if (mixer != null) {
            session.attempt("join", () -> hear(plays ? group : mixer, plays ? Direction.DUPLEX : toMixer));
        }
    }

    private void hear(Jsr309Joinable source, Direction direction) throws MediaException {
        if (source != null && !session.isReleased()) {
            source.connect(direction, this);
        }
    }

    @Override
    void ending() {
        sdp.end();
    }
}
