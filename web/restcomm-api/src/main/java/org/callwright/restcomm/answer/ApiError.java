package org.callwright.restcomm.answer;

/** Why a request is refused: a number of ours, which docs/errors.md explains, and the HTTP status. */
public enum ApiError {
    NOT_AUTHENTICATED(4001, 401),
    NOT_ACTIVE(4002, 403),
    NOT_OWNER(4003, 403),
    NOT_PERMITTED(4004, 403),
    UNKNOWN_ACCOUNT(4005, 404),
    MALFORMED_SID(4006, 400),
    NOT_FOUND(4007, 404),
    METHOD_NOT_ALLOWED(4008, 405),
    UNSUPPORTED_MEDIA_TYPE(4009, 415),
    BODY_TOO_LARGE(4010, 413),
    BAD_PARAMETER(4011, 400),
    MISSING_PARAMETER(4012, 400),
    BAD_SORT(4013, 400),
    NO_SUCH_PAGE(4014, 400),
    RECORDING_IN_PROGRESS(4015, 409),
    NO_TRUNK(4016, 500),
    CLIENT_CALLS_UNSUPPORTED(4017, 400),
    NOT_READY(4018, 503),
    INTERNAL(4019, 500),
    BAD_REQUEST(4020, 400),
    TOO_MANY_REQUESTS(4021, 429),
    LOCKED_OUT(4022, 429),
    WEAK_PASSWORD(4023, 400),
    NO_SUB_ACCOUNTS(4024, 400),
    ACCOUNT_CLOSED(4025, 400),
    EMAIL_TAKEN(4026, 409),
    LOGIN_TAKEN(4027, 409),
    NUMBER_TAKEN(4028, 400),
    UNKNOWN_CALL(4029, 406),
    CALL_ENDED(4030, 410),
    NOT_MUTABLE(4031, 409),
    ALREADY_RECORDED(4032, 409),
    NOT_ANSWERED(4033, 409);

    private final int number;
    private final int status;

    ApiError(int number, int status) {
        this.number = number;
        this.status = status;
    }

    /** As in the body, {@code CWAPI4001}. */
    public String code() {
        return "CWAPI" + number;
    }

    public int status() {
        return status;
    }
}
