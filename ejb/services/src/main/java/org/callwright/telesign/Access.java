package org.callwright.telesign;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.callwright.accounts.AccessLimits;
import org.callwright.accounts.Account;
import org.callwright.accounts.AccountStatus;
import org.callwright.accounts.Accounts;
import org.callwright.accounts.RateLimit;
import org.callwright.http.AddressRange;
import org.callwright.settings.TelesignSettings;

/**
 * Lets customers in, in this order: does the source ask too often or fail too often, who is it, by Basic or by a
 * signature (TSA) that is new, is its account active, its product enabled, its address and the host it asks allowed,
 * and does it ask too often.
 */
@ApplicationScoped
public class Access {

    private static final int TRACKED = 10_000;
    private static final int LONGEST_NONCE = 64;
    private static final String BASIC = "Basic ";
    private static final String TSA = "TSA ";

    private final CustomerStore customers;
    private final Accounts accounts;
    private final AccessLimits limits;
    private final TelesignSettings settings;
    private final Clock clock;
    private final RateLimit rate;

    /** For the container's proxy. */
    protected Access() {
        this.customers = null;
        this.accounts = null;
        this.limits = null;
        this.settings = null;
        this.clock = null;
        this.rate = null;
    }

    @Inject
    public Access(CustomerStore customers, Accounts accounts, AccessLimits limits, TelesignSettings settings) {
        this(customers, accounts, limits, settings, Clock.systemUTC());
    }

    public Access(CustomerStore customers, Accounts accounts, AccessLimits limits, TelesignSettings settings,
            Clock clock) {
        this.customers = customers;
        this.accounts = accounts;
        this.limits = limits;
        this.settings = settings;
        this.clock = clock;
        this.rate = new RateLimit(settings.customerRate(), TRACKED, System::nanoTime);
    }

    /** @throws TelesignException saying why the request is not let in */
    public Customer enter(SignedRequest request) {
        refuseIf(limits.request(request.source()));
        if (request.authorization().isBlank()) {
            throw new TelesignException(TelesignError.AUTHORIZATION_MISSING);
        }
        Credentials given = credentials(request.authorization());
        refuseIf(limits.locked(given.customer(), request.source()));
        Customer customer;
        try {
            customer = given.basic() ? basic(given) : signed(given, request);
        } catch (TelesignException e) {
            if (e.error() == TelesignError.API_KEY || e.error() == TelesignError.SIGNATURE
                    || e.error() == TelesignError.CUSTOMER_ID) {
                limits.failed(given.customer(), request.source());
            }
            throw e;
        }
        limits.succeeded(given.customer(), request.source());
        check(customer, request);
        refuseIf(rate.take(customer.id()));
        return customer;
    }

    private static void refuseIf(Optional<Duration> wait) {
        wait.ifPresent(time -> {
            throw TelesignException.until(TelesignError.RATE_LIMIT, time);
        });
    }

    private record Credentials(boolean basic, String customer, String secret) {
    }

    private static Credentials credentials(String authorization) {
        boolean basic = authorization.regionMatches(true, 0, BASIC, 0, BASIC.length());
        boolean tsa = authorization.regionMatches(true, 0, TSA, 0, TSA.length());
        if (!basic && !tsa) {
            throw new TelesignException(TelesignError.AUTHORIZATION_MALFORMED);
        }
        String rest = authorization.substring((basic ? BASIC : TSA).length()).strip();
        String pair = basic ? decoded(rest) : rest;
        int colon = pair.indexOf(':');
        if (colon < 1 || colon == pair.length() - 1) {
            throw new TelesignException(TelesignError.AUTHORIZATION_MALFORMED);
        }
        return new Credentials(basic, Customer.id(pair.substring(0, colon)), pair.substring(colon + 1));
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), UTF_8);
        } catch (IllegalArgumentException e) {
            throw new TelesignException(TelesignError.AUTHORIZATION_MALFORMED);
        }
    }

    private Customer basic(Credentials given) {
        Customer customer = known(given.customer());
        if (!equal(customer.apiKey(), given.secret())) {
            throw new TelesignException(TelesignError.API_KEY);
        }
        return customer;
    }

    private Customer signed(Credentials given, SignedRequest request) {
        Signature method = Signature.named(request.ts("x-ts-auth-method"))
                .filter(named -> named != Signature.HMAC_SHA1 || settings.sha1())
                .orElseThrow(() -> new TelesignException(TelesignError.AUTH_METHOD));
        checkDate(request);
        boolean nonce = request.tsHeaders().containsKey("x-ts-nonce");
        int length = request.ts("x-ts-nonce").length();
        if (nonce && (length < 1 || length > LONGEST_NONCE)) {
            throw new TelesignException(TelesignError.NONCE_LENGTH);
        }
        Customer customer = known(given.customer());
        boolean good = request.paths().stream()
                .anyMatch(path -> equal(method.of(customer.key(), request.toSign(path)), given.secret()));
        if (!good) {
            throw new TelesignException(TelesignError.SIGNATURE);
        }
        // Without a nonce the signature itself tells a repetition.
        String once = nonce ? request.ts("x-ts-nonce") : "signature " + given.secret();
        Instant now = clock.instant();
        if (!customers.firstUse(customer.id(), once, now, now.plus(settings.skew().multipliedBy(2)))) {
            throw new TelesignException(TelesignError.NONCE_USED);
        }
        return customer;
    }

    private void checkDate(SignedRequest request) {
        String text = request.tsHeaders().getOrDefault("x-ts-date", request.date());
        if (text.isBlank()) {
            throw new TelesignException(TelesignError.DATE_MISSING);
        }
        Instant date = SignedDate.parse(text)
                .orElseThrow(() -> new TelesignException(TelesignError.DATE_MALFORMED));
        if (Duration.between(date, clock.instant()).abs().compareTo(settings.skew()) > 0) {
            throw new TelesignException(TelesignError.DATE_OUT_OF_RANGE);
        }
    }

    private Customer known(String id) {
        return customers.customer(id).orElseThrow(() -> new TelesignException(TelesignError.CUSTOMER_ID));
    }

    private void check(Customer customer, SignedRequest request) {
        Account account = accounts.find(customer.account())
                .filter(found -> found.status() != AccountStatus.CLOSED)
                .orElseThrow(() -> new TelesignException(TelesignError.ACCOUNT_NOT_FOUND));
        if (!account.active()) {
            throw new TelesignException(TelesignError.SUSPENDED);
        }
        if (!customer.enabled()) {
            throw new TelesignException(TelesignError.PRODUCT_NOT_ENABLED);
        }
        if (!customer.allowedAddresses().isEmpty() && customer.allowedAddresses().stream()
                .map(AddressRange::parse).noneMatch(range -> range.contains(address(request.source())))) {
            throw new TelesignException(TelesignError.SOURCE_ADDRESS);
        }
        if (!Terms.allows(customer.terms().apiHosts(), request.host())) {
            throw new TelesignException(TelesignError.API_HOST);
        }
    }

    /** The source is an address in numbers, so nothing is looked up. */
    private static InetAddress address(String source) {
        try {
            return InetAddress.getByName(source);
        } catch (UnknownHostException e) {
            throw new TelesignException(TelesignError.SOURCE_ADDRESS);
        }
    }

    /** In a time that does not tell where they differ. */
    private static boolean equal(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(UTF_8), given.getBytes(UTF_8));
    }
}
