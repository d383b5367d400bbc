package org.callwright.restcomm.audio;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.RecordingSid;

/**
 * The URL of a recording's audio.
 *
 * @param account that the URL names; empty for the short form {@code /recordings/{RE}.wav}
 */
record AudioPath(Optional<AccountSid> account, RecordingSid recording) {

    private static final Set<String> METHODS = Set.of("GET", "HEAD");
    private static final Pattern API =
            Pattern.compile("/(?:2012-04-24|2010-04-01)/Accounts/(AC[0-9a-f]{32})/Recordings/(RE[0-9a-f]{32})\\.wav");
    private static final Pattern SHORT = Pattern.compile("/recordings/(RE[0-9a-f]{32})\\.wav");

    /**
     * @param rawUri path of the request line, neither decoded nor normalised
     * @return empty for everything but exactly such a URL
     */
    static Optional<AudioPath> of(String method, String rawUri, String contextPath) {
        if (!METHODS.contains(method) || !rawUri.startsWith(contextPath)) {
            return Optional.empty();
        }
        String path = rawUri.substring(contextPath.length());
        Matcher api = API.matcher(path);
        if (api.matches()) {
            return Optional.of(new AudioPath(
                    Optional.of(new AccountSid(api.group(1))), new RecordingSid(api.group(2))));
        }
        Matcher shortForm = SHORT.matcher(path);
        return shortForm.matches()
                ? Optional.of(new AudioPath(Optional.empty(), new RecordingSid(shortForm.group(1))))
                : Optional.empty();
    }
}
