package org.callwright.persistence;

import jakarta.persistence.Embeddable;
import java.util.Optional;
import org.callwright.directory.ApplicationSid;
import org.callwright.directory.Handler;

/** Columns of a handler, inside of a number's row. */
@Embeddable
class HandlerColumns {

    String url;
    String method;
    String fallbackUrl;
    String fallbackMethod;
    String application;

    static HandlerColumns of(Handler handler) {
        HandlerColumns columns = new HandlerColumns();
        columns.url = Columns.url(handler.url());
        columns.method = Columns.method(handler.url());
        columns.fallbackUrl = Columns.url(handler.fallback());
        columns.fallbackMethod = Columns.method(handler.fallback());
        columns.application = handler.application().map(ApplicationSid::value).orElse(null);
        return columns;
    }

    /** @param columns null when every one of them is */
    static Handler value(HandlerColumns columns) {
        return columns == null
                ? Handler.NONE
                : new Handler(
                        Columns.target(columns.url, columns.method),
                        Columns.target(columns.fallbackUrl, columns.fallbackMethod),
                        Optional.ofNullable(columns.application).map(ApplicationSid::new));
    }
}
