package org.callwright.directory;

import java.util.Optional;
import java.util.stream.Stream;
import org.callwright.call.value.WebTarget;

/** Who is asked about one kind of event at a number. An application goes before a URL. */
public record Handler(Optional<WebTarget> url, Optional<WebTarget> fallback, Optional<ApplicationSid> application) {

    public static final Handler NONE = new Handler(Optional.empty(), Optional.empty(), Optional.empty());

    boolean names(ApplicationSid sid) {
        return application.filter(sid::equals).isPresent();
    }

    Handler without(ApplicationSid sid) {
        return names(sid) ? new Handler(url, fallback, Optional.empty()) : this;
    }

    static boolean anyNames(ApplicationSid sid, Handler... handlers) {
        return Stream.of(handlers).anyMatch(handler -> handler.names(sid));
    }
}
