package org.callwright.telesign.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.callwright.telesign.TelesignError;
import org.callwright.telesign.TelesignException;
import org.callwright.telesign.TransactionText;
import org.callwright.telesign.VoiceTransaction;

/** Writes answers: always JSON. */
final class Answer {

    private static final String JSON = "application/json";

    private Answer() {
    }

    static void write(HttpServletResponse response, int status, VoiceTransaction transaction) throws IOException {
        write(response, status, TransactionText.answer(transaction));
    }

    static void write(HttpServletResponse response, TelesignException refusal) throws IOException {
        refusal.retryAfter().map(Answer::seconds).ifPresent(
                seconds -> response.setHeader("Retry-After", Long.toString(seconds)));
        TelesignError error = refusal.error();
        write(response, error.httpStatus(), TransactionText.refusal(error, refusal.getMessage(), Instant.now()));
    }

    private static void write(HttpServletResponse response, int status, byte[] body) throws IOException {
        response.setStatus(status);
        response.setContentType(JSON);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
