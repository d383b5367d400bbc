package org.callwright.media.jsr309;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.callwright.media.jsr309.reflect.Handle;
import org.callwright.media.spi.Joinable;
import org.callwright.media.spi.MediaException;
import org.callwright.media.spi.MediaMixer;

/** {@code MediaMixer}. */
final class Jsr309Mixer extends Jsr309Joinable implements MediaMixer {

    private final Set<Jsr309Connection> members = ConcurrentHashMap.newKeySet();

    Jsr309Mixer(Jsr309Session session, Handle handle) {
        super(session, handle);
    }

    @Override
    void joined(Direction direction, Jsr309Joinable other) throws MediaException {
        if (other instanceof Jsr309Connection member) {
            member.in(this, direction);
            members.add(member);
        } else {
            connect(direction, other);
        }
    }

    @Override
    public void unjoin(Joinable other) {
        super.unjoin(other);
        if (other instanceof Jsr309Connection member && members.remove(member)) {
            member.leave(this);
        }
    }

    @Override
    public void release() {
        Set.copyOf(members).forEach(this::unjoin);
        super.release();
    }

    @Override
    void ending() {
        members.forEach(member -> member.leave(this));
        members.clear();
    }
}
