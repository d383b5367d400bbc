package org.callwright.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.callwright.accounts.Account;
import org.callwright.accounts.AccountStore;
import org.callwright.accounts.Accounts;
import org.callwright.accounts.Organization;
import org.callwright.accounts.OrganizationSid;
import org.callwright.accounts.TimedCache;
import org.callwright.call.value.Destination;
import org.callwright.call.value.HttpMethod;
import org.callwright.call.value.InviteFacts;
import org.callwright.call.value.WebTarget;
import org.callwright.engine.port.Directory;

/**
 * Finds the number that an INVITE is for. Exact text first, in the spellings of {@link DialledNumber}: in the
 * organization whose domain the request URI names, else in the default one, else in any. Then the patterns of that
 * organization, longest first, and its catch-all {@code *} last. Answers live for two seconds in a cache, so that a burst
 * of calls to one number is one query.
 */
@ApplicationScoped
public class NumberDirectory implements Directory {

    private static final Duration CACHE_LIFE = Duration.ofSeconds(2);

    private final DirectoryStore store;
    private final AccountStore organizations;
    private final Accounts accounts;
    private final TimedCache<Key, Optional<Route>> found =
            new TimedCache<>(CACHE_LIFE, 10_000, System::nanoTime);

    private record Key(String number, String host) {
    }

    /** A number, and what to ask when it is called. */
    private record Route(IncomingNumber number, Optional<WebTarget> voice) {
    }

    /** For the container's proxy. */
    protected NumberDirectory() {
        this(null, null, null);
    }

    @Inject
    public NumberDirectory(DirectoryStore store, AccountStore organizations, Accounts accounts) {
        this.store = store;
        this.organizations = organizations;
        this.accounts = accounts;
    }

    @Override
    public Resolution resolve(InviteFacts facts) {
        Key key = new Key(facts.to(), facts.toHost().toLowerCase(Locale.ROOT));
        return found.get(key, this::find).map(this::resolution).orElseGet(Resolution.Unknown::new);
    }

    /** After numbers changed. */
    public void forgetCached() {
        found.clear();
    }

    private Resolution resolution(Route route) {
        IncomingNumber number = route.number();
        Optional<Account> account = accounts.find(number.account());
        if (account.isEmpty() || !account.get().active()) {
            String status = account.map(a -> a.status().wireName()).orElse("gone");
            return new Resolution.Forbidden(number.account(), "account is " + status);
        }
        return new Resolution.Found(
                new Destination(number.account(), number.sid(), route.voice(), number.fallback(),
                        number.statusCallback(), account.get().recordings()));
    }

    private Optional<Route> find(Key key) {
        return number(key).map(number -> new Route(number, voice(number)));
    }

    /** The application's URL, with the method that the number has for its own. */
    private Optional<WebTarget> voice(IncomingNumber number) {
        HttpMethod method = number.voice().map(WebTarget::method).orElse(HttpMethod.POST);
        return number.application()
                .flatMap(store::application)
                .flatMap(VoiceApplication::rcmlUrl)
                .map(url -> new WebTarget(url, method))
                .or(number::voice);
    }

    private Optional<IncomingNumber> number(Key key) {
        Optional<OrganizationSid> named = organizations.organizationByDomain(key.host).map(Organization::sid);
        OrganizationSid home = named.orElseGet(() -> OrganizationSid.ofDomain(Organization.DEFAULT_DOMAIN));
        DialledNumber dialled = new DialledNumber(key.number);
        return exact(dialled, home, named.isPresent()).or(() -> byPattern(dialled, home));
    }

    private Optional<IncomingNumber> exact(DialledNumber dialled, OrganizationSid home, boolean homeNamed) {
        List<String> spellings = new ArrayList<>(dialled.spellings());
        return store.numbers(spellings).stream()
                .filter(number -> !number.pattern())
                .filter(number -> number.organization().equals(home) || !homeNamed || !number.sip())
                .min(Comparator.comparing((IncomingNumber number) -> !number.organization().equals(home))
                        .thenComparing(number -> spellings.indexOf(number.number()))
                        .thenComparing(number -> number.sid().value()));
    }

    private Optional<IncomingNumber> byPattern(DialledNumber dialled, OrganizationSid home) {
        if (!dialled.keysOnly()) {
            return Optional.empty();
        }
        List<IncomingNumber> patterns = store.patterns(home);
        return patterns.stream()
                .filter(number -> !IncomingNumber.CATCH_ALL.equals(number.number()))
                .filter(number -> new NumberPattern(number.number()).matches(dialled.text()))
                .max(Comparator.comparingInt((IncomingNumber number) -> number.number().length())
                        .thenComparing(number -> number.sid().value()))
                .or(() -> patterns.stream()
                        .filter(number -> IncomingNumber.CATCH_ALL.equals(number.number()))
                        .findFirst());
    }
}
