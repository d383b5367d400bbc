package org.callwright.telesign;

/** Why a request is refused: code and text of the dialect, and the HTTP status that goes with them. */
public enum TelesignError {
    BAD_REQUEST(400, 400, "The request cannot be understood"),
    NO_SUCH_RESOURCE(404, 404, "Resource not found"),
    METHOD_NOT_ALLOWED(405, 405, "Method not allowed"),
    BODY_TOO_LARGE(413, 413, "The request is too large"),
    NOT_ATTEMPTED(500, 500, "Transaction not attempted"),
    UNAVAILABLE(503, 10000, "System Unavailable, Please try again later."),
    NONCE_USED(401, 10002, "'x-ts-nonce' header value has been used recently"),
    NONCE_LENGTH(401, 10003, "'x-ts-nonce' header value is either too long or too short"),
    DATE_OUT_OF_RANGE(401, 10004, "'Date' or 'x-ts-date' header is not within tolerable range"),
    DATE_MALFORMED(401, 10005, "'Date' or 'x-ts-date' header is not RFC822 compliant"),
    AUTH_METHOD(401, 10006, "Invalid 'x-ts-auth-method' header."),
    DATE_MISSING(401, 10007, "Missing required 'Date' or 'x-ts-date' header"),
    SIGNATURE(401, 10008, "Invalid Signature."),
    AUTHORIZATION_MISSING(401, 10009, "Missing required `Authorization` header"),
    SUSPENDED(401, 10010, "CustomerID Account Suspended"),
    PRODUCT_NOT_ENABLED(401, 10011, "This product is not enabled for this CustomerID."),
    FEATURE_NOT_ENABLED(401, 10012, "This feature is not enabled for this CustomerID"),
    ACCOUNT_NOT_FOUND(401, 10013, "Invalid Request. CustomerID Account Not Found"),
    SOURCE_ADDRESS(401, 10014, "Invalid source IP address"),
    CUSTOMER_ID(401, 10015, "Invalid Customer ID."),
    REFERENCE_UNKNOWN(404, 10017, "Customer ID / Reference ID not found"),
    RATE_LIMIT(429, 10019, "Rate Limit Exceeded"),
    HARD_CAP(429, 10020, "Messaging exceeded transaction hard cap. Request denied."),
    API_KEY(401, 10022, "Invalid API Key."),
    AUTHORIZATION_MALFORMED(401, 10028, "Required 'Authorization' header is not in the correct format"),
    INSUFFICIENT_FUNDS(402, 10030, "Insufficient funds in prepaid wallet"),
    CALLBACK_HOST(400, 10031, "Not Allowed Host"),
    CONTENT_BLOCKED(400, 10032, "Message blocked by TeleSign"),
    UNVERIFIED_NUMBER(400, 10033, "Unverified phone_number requested for trial account."),
    TYPE_BLOCKED(400, 10034, "Call with declared type blocked in country requested"),
    API_HOST(400, 10035, "The requested API host is not allowed for this `customer_id`"),
    REFERENCE_EXPIRED(404, 10036, "Reference ID expired"),
    PHONE_NUMBER(400, 11000, "Invalid value for parameter phone_number"),
    COUNTRY_CODE(400, 11001, "Invalid country code for parameter phone_number"),
    LIFECYCLE_EVENT(400, 11003, "Invalid value for parameter account_lifecycle_event"),
    CALLBACK_URL(400, 11004, "Invalid value for parameter callback_url"),
    MESSAGE(400, 11009, "Invalid value for parameter message"),
    ORIGINATING_IP(400, 11010, "Invalid value for parameter originating_ip"),
    REFERENCE_ID(400, 11011, "Invalid value for parameter reference_id"),
    EXTERNAL_ID(400, 11016, "Invalid value for parameter external_id"),
    MESSAGE_TYPE(400, 11017, "Invalid value for parameter message_type"),
    VOICE(400, 11018, "Invalid value for parameter voice"),
    PHONE_NUMBER_MISSING(400, 12000, "Missing required parameter phone_number"),
    MESSAGE_MISSING(400, 12009, "Missing required parameter message"),
    MESSAGE_TYPE_MISSING(400, 12017, "Missing required parameter message_type");

    private final int httpStatus;
    private final int code;
    private final String description;

    TelesignError(int httpStatus, int code, String description) {
        this.httpStatus = httpStatus;
        this.code = code;
        this.description = description;
    }

    public int httpStatus() {
        return httpStatus;
    }

    public int code() {
        return code;
    }

    public String description() {
        return description;
    }
}
