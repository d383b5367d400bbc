package org.callwright.engine.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.callwright.call.codec.SessionCodecException;
import org.callwright.engine.port.SessionStore;
import org.callwright.engine.port.SessionStoreContract;
import org.infinispan.Cache;
import org.infinispan.configuration.cache.ConfigurationBuilder;
import org.infinispan.manager.DefaultCacheManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InfinispanSessionStoreTest implements SessionStoreContract {

    private final DefaultCacheManager manager = new DefaultCacheManager();
    private final Cache<String, byte[]> cache = manager.createCache("sessions", new ConfigurationBuilder().build());
    private final InfinispanSessionStore store = new InfinispanSessionStore(cache);

    @Override
    public SessionStore store() {
        return store;
    }

    @AfterEach
    void stop() throws Exception {
        manager.close();
    }

    @Test
    void bytesThatAreNoSessionShouldBeRefusedByName() {
        cache.put(FIRST.value(), new byte[] {1, 2, 3});
        assertThatThrownBy(() -> store.get(FIRST)).isInstanceOf(SessionCodecException.class);
    }
}
