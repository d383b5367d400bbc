package org.callwright.restcomm.answer;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.io.UnsupportedEncodingException;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Map;
import org.callwright.provisioning.ProvisioningException;
import org.callwright.web.http.CappedInputStream.TooLargeException;

/**
 * Every failure becomes an answer with a number of ours and a text that is safe to show. What the server did not
 * foresee is logged, and the client learns nothing of it but that it happened.
 */
@Provider
public class FailureMapper implements ExceptionMapper<Throwable> {

    private static final Map<Integer, ApiError> CONTAINER_ERRORS = Map.of(
            404, ApiError.NOT_FOUND,
            405, ApiError.METHOD_NOT_ALLOWED,
            413, ApiError.BODY_TOO_LARGE,
            415, ApiError.UNSUPPORTED_MEDIA_TYPE);
    private static final Map<ProvisioningException.Reason, ApiError> REFUSED_CHANGES = Map.of(
            ProvisioningException.Reason.BAD_VALUE, ApiError.BAD_PARAMETER,
            ProvisioningException.Reason.WEAK_PASSWORD, ApiError.WEAK_PASSWORD,
            ProvisioningException.Reason.NO_SUB_ACCOUNTS, ApiError.NO_SUB_ACCOUNTS,
            ProvisioningException.Reason.ACCOUNT_CLOSED, ApiError.ACCOUNT_CLOSED,
            ProvisioningException.Reason.EMAIL_TAKEN, ApiError.EMAIL_TAKEN,
            ProvisioningException.Reason.LOGIN_TAKEN, ApiError.LOGIN_TAKEN,
            ProvisioningException.Reason.NUMBER_TAKEN, ApiError.NUMBER_TAKEN,
            ProvisioningException.Reason.NOT_PERMITTED, ApiError.NOT_PERMITTED);
    private static final Map<ApiError, String> TEXTS = Map.of(
            ApiError.NOT_FOUND, "There is no such resource",
            ApiError.METHOD_NOT_ALLOWED, "The resource does not have this method",
            ApiError.BODY_TOO_LARGE, "The body is too large",
            ApiError.UNSUPPORTED_MEDIA_TYPE, "The body must be application/x-www-form-urlencoded",
            ApiError.BAD_REQUEST, "The request cannot be understood",
            ApiError.INTERNAL, "The server failed to answer");

    @Override
    public Response toResponse(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ThrottledException throttled) {
                return Response.fromResponse(response(throttled.error(), throttled.getMessage()))
                        .header(HttpHeaders.RETRY_AFTER, throttled.retryAfter())
                        .build();
            }
            if (cause instanceof ProvisioningException refusal) {
                return response(REFUSED_CHANGES.get(refusal.reason()), refusal.getMessage());
            }
            if (cause instanceof ApiException refusal) {
                return response(refusal.error(), refusal.getMessage());
            }
            if (cause instanceof UnsupportedEncodingException || cause instanceof IllegalCharsetNameException
                    || cause instanceof UnsupportedCharsetException) {
                return response(ApiError.UNSUPPORTED_MEDIA_TYPE, TEXTS.get(ApiError.UNSUPPORTED_MEDIA_TYPE));
            }
            if (cause instanceof TooLargeException) {
                return response(ApiError.BODY_TOO_LARGE, TEXTS.get(ApiError.BODY_TOO_LARGE));
            }
        }
        if (failure instanceof WebApplicationException refusal) {
            return fromContainer(refusal.getResponse());
        }
        RestcommLog.LOG.requestFailed(failure);
        return response(ApiError.INTERNAL, TEXTS.get(ApiError.INTERNAL));
    }

    private static Response fromContainer(Response given) {
        int status = given.getStatus();
        if (status < 400) {
            return given;
        }
        ApiError error = error(status);
        Response answer = response(error, TEXTS.get(error));
        String allow = given.getHeaderString(HttpHeaders.ALLOW);
        return allow == null ? answer : Response.fromResponse(answer).header(HttpHeaders.ALLOW, allow).build();
    }

    /** Our error for a status that is not ours. */
    static ApiError error(int status) {
        return CONTAINER_ERRORS.getOrDefault(status, status < 500 ? ApiError.BAD_REQUEST : ApiError.INTERNAL);
    }

    static String text(ApiError error) {
        return TEXTS.get(error);
    }

    public static Response response(ApiError error, String message) {
        Response.ResponseBuilder response =
                Response.status(error.status()).entity(Answer.error(error.code(), message));
        if (error == ApiError.NOT_AUTHENTICATED) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Restcomm realm\"");
        }
        if (error == ApiError.NOT_READY) {
            response.header(HttpHeaders.RETRY_AFTER, 5);
        }
        return response.build();
    }
}
