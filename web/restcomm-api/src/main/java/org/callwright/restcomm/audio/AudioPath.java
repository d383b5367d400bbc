package org.callwright.restcomm.audio;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.RecordingFormat;
import org.callwright.call.value.RecordingSid;

/**
 * The URL of a recording's audio.
 *
 * @param account that the URL names; empty for the short form {@code /recordings/{RE}.wav}
 * @param format that the URL ends with
 */
record AudioPath(Optional<AccountSid> account, RecordingSid recording, RecordingFormat format) {

    private static final Set<String> METHODS = Set.of("GET", "HEAD");
    private static final String NAME = "(RE[0-9a-f]{32})\\.(wav|gsm)";
    private static final Pattern API =
            Pattern.compile("/(?:2012-04-24|2010-04-01)/Accounts/(AC[0-9a-f]{32})/Recordings/" + NAME);
    private static final Pattern SHORT = Pattern.compile("/recordings/" + NAME);

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
            return of(Optional.of(new AccountSid(api.group(1))), api.group(2), api.group(3));
        }
        Matcher shortForm = SHORT.matcher(path);
        return shortForm.matches() ? of(Optional.empty(), shortForm.group(1), shortForm.group(2)) : Optional.empty();
    }

    private static Optional<AudioPath> of(Optional<AccountSid> account, String recording, String ending) {
        return RecordingFormat.named(ending)
                .map(format -> new AudioPath(account, new RecordingSid(recording), format));
    }
}
