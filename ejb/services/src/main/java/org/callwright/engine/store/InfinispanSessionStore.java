package org.callwright.engine.store;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.callwright.call.CallSession;
import org.callwright.call.codec.SessionCodec;
import org.callwright.call.value.CallSid;
import org.callwright.engine.port.SessionStore;
import org.infinispan.Cache;
import org.infinispan.context.Flag;

/** Sessions in an Infinispan cache, local or distributed: key the call SID, value the session's bytes. */
public final class InfinispanSessionStore implements SessionStore {

    private final Cache<String, byte[]> cache;
    private final Cache<String, byte[]> writes;

    public InfinispanSessionStore(Cache<String, byte[]> cache) {
        this.cache = cache;
        this.writes = cache.getAdvancedCache().withFlags(Flag.IGNORE_RETURN_VALUES);
    }

    @Override
    public void put(CallSession session) {
        writes.put(session.sid().value(), SessionCodec.encode(session));
    }

    /** Throws a {@link org.callwright.call.codec.SessionCodecException} when the bytes can't be read. */
    @Override
    public Optional<CallSession> get(CallSid sid) {
        return Optional.ofNullable(cache.get(sid.value())).map(SessionCodec::decode);
    }

    @Override
    public void remove(CallSid sid) {
        writes.remove(sid.value());
    }

    @Override
    public Set<CallSid> sids() {
        return cache.keySet().stream().map(CallSid::new).collect(Collectors.toUnmodifiableSet());
    }
}
