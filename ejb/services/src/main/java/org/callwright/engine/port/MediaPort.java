package org.callwright.engine.port;

import org.callwright.call.Effect;

/** The media side. Must not block; results come back as events. */
public interface MediaPort {

    void carryOut(Effect.Media effect);
}
