package org.callwright.restcomm.answer;

/** A refusal; its message goes to the client as it is, so it holds nothing that the client should not see. */
public class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ApiError error;

    public ApiException(ApiError error, String message) {
        super(message);
        this.error = error;
    }

    public ApiError error() {
        return error;
    }

    public static ApiException badParameter(String name, String problem) {
        return new ApiException(ApiError.BAD_PARAMETER, name + " " + problem);
    }

    public static ApiException notFound(String what) {
        return new ApiException(ApiError.NOT_FOUND, what + " not found");
    }
}
