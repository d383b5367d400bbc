package org.callwright.telesign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The golden vectors: made once by the service's own clients. */
class SignedRequestTest {

    static final String KEY =
            "EXAMPLETE8sTgg45yusumoN6BYsBVkh+yRJ5czgsnCehZaOYldPJdmFh6NeX8kunZ2zU1YWaUw/0wV6xfw==";
    static final String CUSTOMER = "FFFFFFFF-EEEE-DDDD-1234-AB1234567890";
    static final String DATE = "Sun, 22 Nov 2026 00:41:31 GMT";
    static final String NONCE = "7c1ede79-d479-4e6e-9c1c-99b589323b9a";
    static final String BODY = "phone_number=16515551000&message=Hello+world&message_type=ARN";
    static final String FORM = "application/x-www-form-urlencoded";

    private static final byte[] HMAC_KEY = Base64.getDecoder().decode(KEY);

    private static SignedRequest post(String date, Map<String, String> more) {
        Map<String, String> headers = new HashMap<>(Map.of("x-ts-auth-method", "HMAC-SHA256", "x-ts-nonce", NONCE));
        headers.putAll(more);
        return new SignedRequest("POST", Set.of("/v1/voice"), "", FORM, date, headers, BODY.getBytes(UTF_8),
                "127.0.0.1", "localhost");
    }

    @Test
    void postShouldBeSignedWithItsBody() {
        assertThat(Signature.HMAC_SHA256.of(HMAC_KEY, post(DATE, Map.of()).toSign("/v1/voice")))
                .isEqualTo("B3tHEaABW2UgQKliXzg3yiv9w7sKg4Vh/Q9RP1Fd5z8=");
    }

    @Test
    void getShouldBeSignedWithAnEmptyContentTypeAndNoBody() {
        String path = "/v1/voice/0123456789ABCDEF0123456789ABCDEF";
        SignedRequest get = new SignedRequest("GET", Set.of(path), "", "", DATE,
                Map.of("x-ts-auth-method", "HMAC-SHA256", "x-ts-nonce", NONCE), new byte[0], "127.0.0.1",
                "localhost");
        assertThat(Signature.HMAC_SHA256.of(HMAC_KEY, get.toSign(path)))
                .isEqualTo("L6clraI2TyDf4qGPDUNCB2NjHUhoh4d8aTjIQ501x98=");
    }

    @Test
    void dateOfTheServicesOwnHeaderShouldLeaveTheDateLineEmpty() {
        String signature = "CV4eFfO+3Y8ZMFcjWrlP0Pe3L4qvcPc/QHrqgFwr6Y0=";
        assertThat(Signature.HMAC_SHA256.of(HMAC_KEY, post("", Map.of("x-ts-date", DATE)).toSign("/v1/voice")))
                .isEqualTo(signature);
        assertThat(Signature.HMAC_SHA256.of(
                HMAC_KEY, post("another date", Map.of("x-ts-date", DATE)).toSign("/v1/voice"))).isEqualTo(signature);
    }

    @Test
    void sha1ShouldBeNamedInWhatIsSigned() {
        assertThat(Signature.HMAC_SHA1.of(
                HMAC_KEY, post(DATE, Map.of("x-ts-auth-method", "HMAC-SHA1")).toSign("/v1/voice")))
                .isEqualTo("RfiMPHQqKuuwQ/+hhe9RyB32GnA=");
    }

    @Test
    void callbackShouldBeSignedByItsBodyAlone() {
        String body = "{\"reference_id\":\"0123456789ABCDEF0123456789ABCDEF\",\"status\":{\"code\":100,"
                + "\"description\":\"Call answered\",\"updated_on\":\"2026-11-22T00:41:31.000000Z\"}}";
        assertThat(Signature.HMAC_SHA256.of(HMAC_KEY, body)).isEqualTo("mXgjDSmkEbJiADfoT7ld0g6/0XkNf5al3RRfmABYnoA=");
    }
}
