package org.callwright.tms;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.callwright.call.record.CallbackRecord;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.CallbackSid;
import org.callwright.call.value.HttpMethod;
import org.callwright.call.value.Parameter;
import org.callwright.call.value.WebRequest;
import org.callwright.call.value.WebTarget;

/**
 * What a webhook is told of a recipient: a form of {@code sid, message_type, message_url, recipient_url, status} and,
 * if there are such, {@code error_message} and {@code completed_at}.
 *
 * @param publicBaseUrl where applications reach this server
 */
public record WebhookLetter(AccountSid account, Recipient recipient, String publicBaseUrl) {

    /** Unlike the times of the API. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    /** As a callback; those of one recipient arrive in their order, as those of a call do. */
    public CallbackRecord to(TmsWebhooks.TmsWebhook webhook, Instant now) {
        return new CallbackRecord(
                new CallbackSid("CB" + UUID.randomUUID().toString().replace("-", "")),
                account,
                new CallSid("CA" + String.format("%016x%016x", webhook.id(), recipient.id())),
                now,
                recipient.status().last() ? 2 : 1,
                new WebRequest(new WebTarget(webhook.url(), HttpMethod.POST), form()));
    }

    private List<Parameter> form() {
        String message = publicBaseUrl + "/messages/voice/" + recipient.message();
        List<Parameter> form = new ArrayList<>();
        form.add(new Parameter("sid", account.value().substring(2)));
        form.add(new Parameter("message_type", "voice"));
        form.add(new Parameter("message_url", message));
        form.add(new Parameter("recipient_url", message + "/recipients/" + recipient.id()));
        form.add(new Parameter("status", recipient.status().wireName()));
        recipient.error().ifPresent(error -> form.add(new Parameter("error_message", error)));
        recipient.completed().ifPresent(time -> form.add(new Parameter("completed_at", TIME.format(time))));
        return form;
    }

    /** Without numbers. */
    @Override
    public String toString() {
        return "WebhookLetter[" + recipient + "]";
    }
}
