package org.callwright.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.callwright.call.record.NotificationRecord;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.NotificationSid;
import org.callwright.call.value.WebRequest;

/** Row of a notification; the request's parameters are kept in one text in form encoding. */
@Entity(name = "NotificationRow")
@Table(name = "notification")
class NotificationEntity {

    @Id
    String sid;
    @Column(name = "account_sid")
    String account;
    @Column(name = "call_sid")
    String call;
    Instant created;
    @Column(name = "log_level")
    int log;
    @Column(name = "error_code")
    int code;
    String message;
    @Column(name = "request_url")
    String requestUrl;
    @Column(name = "request_method")
    String requestMethod;
    @Column(name = "request_variables")
    String requestVariables;
    @Column(name = "response_body")
    String responseBody;

    static NotificationEntity of(NotificationRecord notification) {
        NotificationEntity row = new NotificationEntity();
        row.sid = notification.sid().value();
        row.account = notification.account().value();
        row.call = notification.call().value();
        row.created = Columns.micros(notification.at());
        row.log = notification.log();
        row.code = notification.code();
        row.message = Columns.fit(notification.message(), 4096);
        Optional<WebRequest> request = notification.request();
        row.requestUrl = Columns.url(request.map(WebRequest::target));
        row.requestMethod = Columns.method(request.map(WebRequest::target));
        row.requestVariables = request.map(r -> FormText.write(r.parameters(), 16_384)).orElse(null);
        row.responseBody = Columns.fit(notification.responseBody(), 16_384);
        if (row.requestUrl != null && row.requestUrl.length() > 4096) {
            row.requestUrl = null;
            row.requestMethod = null;
        }
        return row;
    }

    NotificationRecord toValue() {
        return new NotificationRecord(
                new NotificationSid(sid),
                new AccountSid(account),
                new CallSid(call),
                created,
                log,
                code,
                message,
                Columns.target(requestUrl, requestMethod).map(target -> new WebRequest(target,
                        requestVariables == null ? List.of() : FormText.read(requestVariables))),
                responseBody);
    }
}
