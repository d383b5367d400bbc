package org.callwright.settings;

import java.util.Map;

/**
 * What the TMS dialect's API takes.
 *
 * @param mostBytes CALLWRIGHT_TMS_BODY_BYTES: size of a request's body; the server itself takes no more than 100 MiB
 */
public record TmsApiSettings(long mostBytes) {

    private static final int SERVERS_LIMIT = 100 << 20;

    public static TmsApiSettings fromEnvironment(Map<String, String> env) {
        return new TmsApiSettings(
                new Environment(env).integer("CALLWRIGHT_TMS_BODY_BYTES", 64 << 20, 1_000, SERVERS_LIMIT));
    }
}
