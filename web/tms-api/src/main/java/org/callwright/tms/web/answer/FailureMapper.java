package org.callwright.tms.web.answer;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callwright.web.http.CappedInputStream.TooLargeException;

/**
 * Every failure becomes JSON that is safe to show. What the server did not foresee is logged, and the client learns
 * nothing of it but that it happened.
 */
@Provider
public class FailureMapper implements ExceptionMapper<Throwable> {

    /** What every resource has, and nobody needs to be told. */
    private static final Set<String> COMMON_METHODS = Set.of("HEAD", "OPTIONS");
    private static final int BAD_REQUEST = 400;
    private static final int INTERNAL = 500;

    @Override
    public Response toResponse(Throwable failure) {
        // A body that is too large comes as the cause of whatever its reader made of it.
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TooLargeException) {
                return toResponse(RefusalException.tooLarge());
            }
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusalException refusal) {
                Response.ResponseBuilder answer = Answers.error(refusal.status(), refusal.getMessage());
                refusal.retryAfter().ifPresent(seconds -> answer.header(HttpHeaders.RETRY_AFTER, seconds));
                return answer.build();
            }
        }
        if (failure instanceof WebApplicationException refusal) {
            return fromContainer(refusal.getResponse());
        }
        TmsWebLog.LOG.requestFailed(failure);
        return Answers.error(INTERNAL, text(INTERNAL)).build();
    }

    private static Response fromContainer(Response given) {
        if (given.getStatus() < BAD_REQUEST) {
            return given;
        }
        Response.ResponseBuilder answer = Answers.error(given.getStatus(), text(given.getStatus()));
        String allow = given.getHeaderString(HttpHeaders.ALLOW);
        if (allow != null) {
            answer.header(HttpHeaders.ALLOW, Stream.of(allow.split("[, ]+"))
                    .filter(method -> !COMMON_METHODS.contains(method))
                    .sorted()
                    .collect(Collectors.joining(", ")));
        }
        return answer.build();
    }

    /** HTTP's own words for a status. */
    static String text(int status) {
        return Optional.ofNullable(Status.fromStatusCode(status))
                .orElse(status < INTERNAL ? Status.BAD_REQUEST : Status.INTERNAL_SERVER_ERROR)
                .getReasonPhrase();
    }
}
