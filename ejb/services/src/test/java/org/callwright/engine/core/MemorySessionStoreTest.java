package org.callwright.engine.core;

import org.callwright.engine.port.SessionStore;
import org.callwright.engine.port.SessionStoreContract;

/** The fake that the engine's tests stand on keeps the same contract as the real store. */
class MemorySessionStoreTest implements SessionStoreContract {

    private final SessionStore store = new FakeWorld().ports().sessions();

    @Override
    public SessionStore store() {
        return store;
    }
}
