package org.callwright.restcomm.resource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.callwright.web.document.Type.DATE;
import static org.callwright.web.document.Type.DATE_TIME;
import static org.callwright.web.document.Type.INTEGER;
import static org.callwright.web.document.Type.PATH;
import static org.callwright.web.document.Type.TEXT;
import static org.callwright.web.document.Type.URL;

import java.net.URLEncoder;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.callwright.call.record.NotificationRecord;
import org.callwright.call.value.WebRequest;
import org.callwright.restcomm.RestcommApplication;
import org.callwright.web.document.Element;
import org.callwright.web.document.Shape;

/** What went wrong in a call, as this API shows it. */
final class NotificationElement {

    static final Shape<Shown> SHAPE = shape();

    private NotificationElement() {
    }

    /** What a notification is shown from. */
    record Shown(NotificationRecord row, PublicUrls urls) {

        String path() {
            return Wire.path(row.account(), "Notifications", row.sid());
        }

        String request(Function<WebRequest, String> part) {
            return row.request().map(part).orElse("");
        }
    }

    private static Shape<Shown> shape() {
        return Shape.<Shown>named("Notification")
                .with("sid", TEXT, "SID of the notification: NO and 32 hexadecimal digits", s -> s.row.sid())
                .with("date_created", DATE, "When it happened", s -> Wire.date(s.row.at()))
                .with("date_updated", DATE, "The same", s -> Wire.date(s.row.at()))
                .with("account_sid", TEXT, "The account the call belongs to", s -> s.row.account())
                .with("call_sid", TEXT, "The call in which it happened", s -> s.row.call())
                .with("api_version", TEXT, "Version of this API", s -> RestcommApplication.VERSION)
                .with("log", INTEGER, "0 error, 1 warning, 2 information", s -> s.row.log())
                .with("error_code", INTEGER, "What happened, by its number", s -> s.row.code())
                .with("more_info", URL, "A page about that number",
                        s -> s.urls.url("/errors/" + s.row.code() + ".html"))
                .with("message_text", TEXT, "What happened, in words", s -> s.row.message())
                .with("message_date", DATE_TIME, "When it happened", s -> Wire.isoDate(s.row.at()))
                .with("request_url", TEXT, "The URL of the application that was asked; may be empty",
                        s -> s.request(r -> r.target().url().toString()))
                .with("request_method", TEXT, "How it was asked, GET or POST; may be empty",
                        s -> s.request(r -> r.target().method().name()))
                .with("request_variables", TEXT, "What it was sent, as a form; may be empty",
                        s -> s.request(NotificationElement::form))
                .with("response_body", TEXT, "What it answered; may be empty", s -> s.row.responseBody())
                .with("uri", PATH, "Path of this resource, below the context", s -> s.path() + ".json")
                .inXml("Uri", Shown::path);
    }

    static Element of(NotificationRecord notification, PublicUrls urls) {
        return SHAPE.element(new Shown(notification, urls));
    }

    private static String form(WebRequest request) {
        return request.parameters().stream()
                .map(p -> URLEncoder.encode(p.name(), UTF_8) + "=" + URLEncoder.encode(p.value(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
