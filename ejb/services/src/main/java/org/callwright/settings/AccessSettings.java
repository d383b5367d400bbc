package org.callwright.settings;

import java.time.Duration;
import java.util.Map;

/**
 * How much one client of the API may do.
 *
 * @param loginFailures CALLWRIGHT_LOGIN_FAILURES: wrong passwords for one user name from one address, one close behind
 *     the other, after which both together are locked out; ten times as many lock the address out. 0: never
 * @param lockTime CALLWRIGHT_LOGIN_LOCK_SECONDS: for how long; also the time after which wrong passwords are forgotten
 * @param accountRate CALLWRIGHT_API_ACCOUNT_RATE: requests a second of one account, twice as many at once; 0: no limit
 * @param sourceRate CALLWRIGHT_API_SOURCE_RATE: the same for one source address
 * @param tracked CALLWRIGHT_API_TRACKED: accounts, addresses and failed logins that are remembered, the latest of each
 */
public record AccessSettings(int loginFailures, Duration lockTime, int accountRate, int sourceRate, int tracked) {

    public static AccessSettings fromEnvironment(Map<String, String> env) {
        Environment read = new Environment(env);
        return new AccessSettings(
                read.integer("CALLWRIGHT_LOGIN_FAILURES", 10, 0, 1_000_000),
                read.seconds("CALLWRIGHT_LOGIN_LOCK_SECONDS", 60, 1, 86_400),
                read.integer("CALLWRIGHT_API_ACCOUNT_RATE", 5_000, 0, 1_000_000),
                read.integer("CALLWRIGHT_API_SOURCE_RATE", 5_000, 0, 1_000_000),
                read.integer("CALLWRIGHT_API_TRACKED", 10_000, 10, 10_000_000));
    }
}
