package org.callwright.telesign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.callwright.telesign.SignedRequestTest.BODY;
import static org.callwright.telesign.SignedRequestTest.CUSTOMER;
import static org.callwright.telesign.SignedRequestTest.DATE;
import static org.callwright.telesign.SignedRequestTest.FORM;
import static org.callwright.telesign.SignedRequestTest.KEY;
import static org.callwright.telesign.SignedRequestTest.NONCE;

import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.callwright.accounts.AccountStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccessTest {

    private static final String GOOD = "B3tHEaABW2UgQKliXzg3yiv9w7sKg4Vh/Q9RP1Fd5z8=";

    private TelesignWorld world = new TelesignWorld();

    @AfterEach
    void close() {
        world.close();
    }

    private static SignedRequest request(String authorization, String date, Map<String, String> ts, String source) {
        return new SignedRequest("POST", Set.of("/v1/voice", "/below/v1/voice"), authorization, FORM, date, ts,
                BODY.getBytes(UTF_8), source, "Voice.Example.com");
    }

    private static SignedRequest tsa(String authorization, String date, Map<String, String> ts) {
        return request(authorization, date, ts, "127.0.0.1");
    }

    private static Map<String, String> ts(String... more) {
        Map<String, String> headers = new HashMap<>(Map.of("x-ts-auth-method", "HMAC-SHA256", "x-ts-nonce", NONCE));
        for (int i = 0; i < more.length; i += 2) {
            headers.put(more[i], more[i + 1]);
        }
        return headers;
    }

    /** Signed as a client would. */
    private static SignedRequest signed(String method, String date, Map<String, String> ts) {
        Signature signature = method.equals("HMAC-SHA1") ? Signature.HMAC_SHA1 : Signature.HMAC_SHA256;
        SignedRequest request = tsa("", date, ts);
        return tsa("TSA " + CUSTOMER + ":" + signature.of(Base64.getDecoder().decode(KEY), request.toSign("/v1/voice")),
                date, ts);
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    }

    private void assertRefused(SignedRequest request, TelesignError error) {
        assertThatThrownBy(() -> world.access.enter(request)).asInstanceOf(type(TelesignException.class))
                .extracting(TelesignException::error).isEqualTo(error);
    }

    @Test
    void goldenRequestShouldComeInOnce() {
        SignedRequest request = tsa("TSA " + CUSTOMER + ":" + GOOD, DATE, ts());
        assertThat(world.access.enter(request)).isEqualTo(TelesignWorld.CUSTOMER);
        assertRefused(request, TelesignError.NONCE_USED);
        world.now = world.now.plus(Duration.ofMinutes(15));
        assertRefused(request, TelesignError.NONCE_USED);
    }

    @Test
    void customerIdShouldBeReadInAnyCaseAndTheSchemeToo() {
        assertThat(world.access.enter(tsa("tsa " + CUSTOMER.toLowerCase() + ":" + GOOD, DATE, ts())).id())
                .isEqualTo(CUSTOMER);
    }

    @Test
    void nonceShouldBeRememberedAfterARestartAndOfItsCustomerOnly() {
        world.access.enter(tsa("TSA " + CUSTOMER + ":" + GOOD, DATE, ts()));
        assertThat(world.stores.customers().firstUse(CUSTOMER, NONCE, world.now, world.now.plusSeconds(9))).isFalse();
        assertThat(world.stores.customers().firstUse("OTHER", NONCE, world.now, world.now.plusSeconds(9))).isTrue();
        world.stores.customers().forgetNonces(world.now.plusSeconds(10));
        assertThat(world.stores.customers().firstUse("OTHER", NONCE, world.now, world.now.plusSeconds(9))).isTrue();
        assertThat(world.stores.customers().firstUse(CUSTOMER, NONCE, world.now.plusSeconds(1_801),
                world.now.plusSeconds(9_000))).isTrue();
    }

    @Test
    void requestWithoutANonceShouldComeInOnceToo() {
        Map<String, String> ts = Map.of("x-ts-auth-method", "HMAC-SHA256");
        world.access.enter(signed("HMAC-SHA256", DATE, ts));
        assertRefused(signed("HMAC-SHA256", DATE, ts), TelesignError.NONCE_USED);
    }

    @Test
    void nonceOfAnOddLengthShouldBeRefused() {
        assertRefused(signed("HMAC-SHA256", DATE, ts("x-ts-nonce", "")), TelesignError.NONCE_LENGTH);
        assertRefused(signed("HMAC-SHA256", DATE, ts("x-ts-nonce", "n".repeat(65))), TelesignError.NONCE_LENGTH);
        world.access.enter(signed("HMAC-SHA256", DATE, ts("x-ts-nonce", "n".repeat(64))));
        world.access.enter(signed("HMAC-SHA256", DATE, ts("x-ts-nonce", "4")));
    }

    @Test
    void wrongSignatureShouldNotUseTheNonceUp() {
        assertRefused(tsa("TSA " + CUSTOMER + ":" + GOOD.replace('B', 'C'), DATE, ts()), TelesignError.SIGNATURE);
        world.access.enter(tsa("TSA " + CUSTOMER + ":" + GOOD, DATE, ts()));
    }

    @Test
    void sha1ShouldBeTakenUnlessItIsSwitchedOff() {
        SignedRequest sha1 = signed("HMAC-SHA1", DATE, ts("x-ts-auth-method", "hmac-sha1"));
        world.access.enter(sha1);
        world.close();
        world = new TelesignWorld("CALLWRIGHT_TELESIGN_SHA1", "off");
        assertRefused(sha1, TelesignError.AUTH_METHOD);
        world.access.enter(signed("HMAC-SHA256", DATE, ts()));
    }

    @Test
    void unknownOrMissingMethodShouldBeRefused() {
        assertRefused(tsa("TSA " + CUSTOMER + ":" + GOOD, DATE, ts("x-ts-auth-method", "MD5")),
                TelesignError.AUTH_METHOD);
        assertRefused(tsa("TSA " + CUSTOMER + ":" + GOOD, DATE, Map.of("x-ts-nonce", NONCE)),
                TelesignError.AUTH_METHOD);
    }

    @Test
    void dateShouldBeThereBeReadableAndNotBeFarOff() {
        assertRefused(tsa("TSA " + CUSTOMER + ":" + GOOD, "", ts()), TelesignError.DATE_MISSING);
        assertRefused(tsa("TSA " + CUSTOMER + ":" + GOOD, "2026-11-22T00:41:31Z", ts()), TelesignError.DATE_MALFORMED);
        world.now = TelesignWorld.START.plusSeconds(901);
        assertRefused(signed("HMAC-SHA256", DATE, ts()), TelesignError.DATE_OUT_OF_RANGE);
        world.now = TelesignWorld.START.minusSeconds(901);
        assertRefused(signed("HMAC-SHA256", DATE, ts()), TelesignError.DATE_OUT_OF_RANGE);
        world.now = TelesignWorld.START.plusSeconds(900);
        world.access.enter(signed("HMAC-SHA256", DATE, ts()));
    }

    @Test
    void datesOfOldClientsShouldBeRead() {
        world.access.enter(signed("HMAC-SHA256", "Sat, 21 Nov 2026 16:41:31 -0800", ts("x-ts-nonce", "a")));
        world.access.enter(signed("HMAC-SHA256", "Sun, 22 Nov 2026 00:41:31 UT", ts("x-ts-nonce", "b")));
        world.access.enter(signed("HMAC-SHA256", "", ts("x-ts-nonce", "c", "x-ts-date", DATE)));
        world.access.enter(signed("HMAC-SHA256", "nonsense", ts("x-ts-nonce", "d", "x-ts-date", DATE)));
    }

    @Test
    void keyShouldBeTakenAsItIsByBasicWhateverTheOtherHeadersSay() {
        assertThat(world.access.enter(tsa(basic(CUSTOMER + ":" + KEY), "", Map.of("x-ts-auth-method", "Basic",
                "x-ts-nonce", NONCE)))).isEqualTo(TelesignWorld.CUSTOMER);
        assertThat(world.access.enter(tsa(basic(CUSTOMER + ":" + KEY), "", Map.of("x-ts-nonce", NONCE)))).isNotNull();
        assertRefused(tsa(basic(CUSTOMER + ":" + KEY + "x"), "", Map.of()), TelesignError.API_KEY);
        assertRefused(tsa(basic("NOBODY:" + KEY), "", Map.of()), TelesignError.CUSTOMER_ID);
        assertRefused(tsa("TSA NOBODY:" + GOOD, DATE, ts()), TelesignError.CUSTOMER_ID);
    }

    @Test
    void authorizationThatIsNoneShouldBeRefused() {
        assertRefused(tsa("", DATE, ts()), TelesignError.AUTHORIZATION_MISSING);
        for (String bad : List.of("Bearer x", "TSA", "TSA x", "TSA :x", "TSA " + CUSTOMER + ":", "Basic ???",
                basic("no colon"), "Digest username=x")) {
            assertRefused(tsa(bad, DATE, ts()), TelesignError.AUTHORIZATION_MALFORMED);
        }
    }

    @Test
    void closedAccountDisabledProductAndForeignAddressShouldBeRefused() {
        SignedRequest request = tsa(basic(CUSTOMER + ":" + KEY), "", Map.of());
        Customer customer = TelesignWorld.CUSTOMER;
        world.stores.customers().save(new Customer(customer.id(), customer.account(), KEY, false, Optional.empty(),
                List.of(), List.of(), customer.created(), customer.updated()));
        assertRefused(request, TelesignError.PRODUCT_NOT_ENABLED);
        world.stores.customers().save(new Customer(customer.id(), customer.account(), KEY, true, Optional.empty(),
                List.of(), List.of("10.0.0.0/8", "::1"), customer.created(), customer.updated()));
        assertRefused(request, TelesignError.SOURCE_ADDRESS);
        assertThat(world.access.enter(request(basic(CUSTOMER + ":" + KEY), "", Map.of(), "10.1.2.3"))).isNotNull();
        assertThat(world.access.enter(request(basic(CUSTOMER + ":" + KEY), "", Map.of(), "0:0:0:0:0:0:0:1")))
                .isNotNull();
    }

    @Test
    void hostThatIsNotTheCustomersShouldBeRefused() {
        SignedRequest request = tsa(basic(CUSTOMER + ":" + KEY), "", Map.of());
        world.stores.customers().save(TelesignWorld.customer(
                new Terms(true, false, List.of(), 0, List.of("other.example.com", "voice.example.com"), List.of())));
        assertThat(world.access.enter(request)).isNotNull();
        world.stores.customers().save(TelesignWorld.customer(
                new Terms(true, false, List.of(), 0, List.of("other.example.com"), List.of())));
        assertRefused(request, TelesignError.API_HOST);
    }

    @Test
    void closedAccountShouldNotBeFound() {
        world.stores.accounts().save(TelesignWorld.account(AccountStatus.CLOSED));
        assertRefused(tsa(basic(CUSTOMER + ":" + KEY), "", Map.of()), TelesignError.ACCOUNT_NOT_FOUND);
    }

    @Test
    void suspendedAccountShouldBeRefused() {
        world.stores.accounts().save(TelesignWorld.account(AccountStatus.SUSPENDED));
        assertRefused(tsa(basic(CUSTOMER + ":" + KEY), "", Map.of()), TelesignError.SUSPENDED);
    }

    @Test
    void customerWhoAsksTooOftenShouldWait() {
        world.close();
        world = new TelesignWorld("CALLWRIGHT_TELESIGN_CUSTOMER_RATE", "1");
        SignedRequest request = tsa(basic(CUSTOMER + ":" + KEY), "", Map.of());
        world.access.enter(request);
        world.access.enter(request);
        assertThatThrownBy(() -> world.access.enter(request)).asInstanceOf(type(TelesignException.class))
                .satisfies(refusal -> {
                    assertThat(refusal.error()).isEqualTo(TelesignError.RATE_LIMIT);
                    assertThat(refusal.retryAfter()).isPresent();
                });
    }

    @Test
    void whoGuessesKeysShouldBeLockedOut() {
        world.close();
        world = new TelesignWorld("CALLWRIGHT_LOGIN_FAILURES", "3");
        for (int i = 0; i < 3; i++) {
            assertRefused(tsa(basic(CUSTOMER + ":guess" + i), "", Map.of()), TelesignError.API_KEY);
        }
        assertRefused(tsa(basic(CUSTOMER + ":" + KEY), "", Map.of()), TelesignError.RATE_LIMIT);
    }
}
