package org.callwright.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.callwright.call.value.Credentials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With the examples of RFC 2617 section 3.5 and RFC 7616 section 3.9.1. */
class DigestChallengeTest {

    private static final String URI = "/dir/index.html";

    private static DigestChallenge challenge(String header) {
        return DigestChallenge.parse(header).orElseThrow();
    }

    @Test
    void theExampleOfRfc2617ShouldBeAnsweredAsThere() {
        DigestChallenge challenge = challenge("Digest realm=\"testrealm@host.com\", qop=\"auth,auth-int\", "
                + "nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\", opaque=\"5ccc069c403ebaf9f0171e9517f40e41\"");
        assertThat(challenge.answer(new Credentials("Mufasa", "Circle Of Life"), "GET", URI, "0a4f113b", 1))
                .startsWith("Digest username=\"Mufasa\", realm=\"testrealm@host.com\", ")
                .contains("nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\"", "uri=\"/dir/index.html\"",
                        "response=\"6629fae49393a05397450978507c4ef1\"", "qop=auth", "nc=00000001",
                        "cnonce=\"0a4f113b\"", "opaque=\"5ccc069c403ebaf9f0171e9517f40e41\"");
    }

    @ParameterizedTest
    @CsvSource({"MD5,8ca523f5e9506fed4657c9700eebdbec",
        "SHA-256,753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"})
    void theExamplesOfRfc7616ShouldBeAnsweredAsThere(String algorithm, String response) {
        DigestChallenge challenge = challenge("Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\", "
                + "algorithm=" + algorithm + ", nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\", "
                + "opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"");
        assertThat(challenge.answer(new Credentials("Mufasa", "Circle of Life"), "GET", URI,
                "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ", 1))
                .contains("response=\"" + response + "\"", "algorithm=" + algorithm + ",");
    }

    @Test
    void aChallengeWithoutQopShouldBeAnsweredInTheOldWay() {
        // RFC 2069 section 2.1.2; the figure is by another program.
        String answer = challenge("digest nonce=\"n\", realm=\"r\"")
                .answer(new Credentials("bob", "secret"), "INVITE", "sip:bob@phone.example", "c", 1);
        assertThat(answer).contains("response=\"ca4c0373b997b239a7526fbc0e8cf099\"")
                .doesNotContain("qop", "nc=", "cnonce", "opaque");
    }

    @Test
    void whatWasSaidOfTheNonceShouldBeRead() {
        assertThat(challenge("Digest realm=\"a, b=\\\"c\\\"\", nonce=\"x\", stale=TRUE"))
                .isEqualTo(new DigestChallenge("a, b=\\\"c\\\"", "x", "", "MD5", false, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic realm=\"r\"", "Digest realm=\"r\"", "Digest",
        "Digest nonce=\"n\", algorithm=SHA-512",
        "Digest nonce=\"n\", qop=\"auth-int\"", "Digest nonce=\"n\", algorithm=MD5-sess"})
    void challengesThatWeCannotAnswerShouldBeNone(String header) {
        assertThat(DigestChallenge.parse(header)).isEmpty();
    }

    @Test
    void hugeTextsShouldBeReadWithoutGoingBackOverThem() {
        String escapes = "\\\"".repeat(30_000);
        assertThat(DigestChallenge.parse("Digest realm=\"r\", nonce=\"" + escapes + "\", qop=\"auth\"")).get()
                .extracting(DigestChallenge::nonce).isEqualTo(escapes);
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertThat(DigestChallenge.parse(
                "Digest " + "a".repeat(400_000))).isEmpty());
    }
}
