package org.callwright.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.callwright.call.value.FetchFailure;
import org.callwright.engine.port.WebhookException;

/** Sorts what can go wrong into the kinds that the call machine knows, each with words for the application's owner. */
final class Failures {

    private Failures() {
    }

    static WebhookException of(Throwable cause) {
        if (cause instanceof CompletionException && cause.getCause() != null) {
            return of(cause.getCause());
        }
        if (cause instanceof WebhookException known) {
            return known;
        }
        if (cause instanceof TooLargeException) {
            return failure(FetchFailure.TOO_LARGE, cause.getMessage(), cause);
        }
        if (cause instanceof CompressedException) {
            return failure(FetchFailure.PROTOCOL, cause.getMessage(), cause);
        }
        if (cause instanceof SocketTimeoutException) {
            return failure(FetchFailure.TIMEOUT, "the host did not answer in time", cause);
        }
        if (cause instanceof HttpException || cause instanceof MalformedChunkCodingException
                || cause instanceof MessageConstraintException) {
            return failure(FetchFailure.PROTOCOL, "the answer is not valid HTTP", cause);
        }
        if (cause instanceof ConnectException) {
            return failure(FetchFailure.IO, "the connection was refused", cause);
        }
        if (cause instanceof SSLException) {
            return failure(FetchFailure.IO, "no secure connection could be made", cause);
        }
        if (cause instanceof RejectedExecutionException) {
            return failure(FetchFailure.BUDGET_EXHAUSTED, "too many requests are under way", cause);
        }
        if (cause instanceof IOException) {
            return failure(FetchFailure.IO, "the connection broke", cause);
        }
        return failure(FetchFailure.IO, "the request could not be made", cause);
    }

    static WebhookException timeout() {
        return new WebhookException(FetchFailure.TIMEOUT, "the host did not answer in time");
    }

    private static WebhookException failure(FetchFailure kind, String message, Throwable cause) {
        return new WebhookException(kind, message, cause);
    }
}
