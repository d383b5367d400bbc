package org.callwright.tms;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Tokens in memory. */
public final class MemoryTmsAccounts implements TmsAccounts {

    private final Map<String, TmsAccount> accounts = new ConcurrentHashMap<>();

    public void add(String token, TmsAccount account) {
        accounts.put(token, account);
    }

    public void remove(String token) {
        accounts.remove(token);
    }

    @Override
    public Optional<TmsAccount> byToken(String token) {
        return Optional.ofNullable(accounts.get(token));
    }
}
