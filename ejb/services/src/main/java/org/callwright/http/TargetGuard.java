package org.callwright.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.callwright.call.value.FetchFailure;
import org.callwright.engine.port.WebhookException;

/** Checks where a request wants to go: first the URL as text, then the addresses that its name leads to. */
final class TargetGuard {

    private static final AddressPolicy ANY_ADDRESS = new AddressPolicy(List.of("0.0.0.0/0", "::/0"));

    private final AddressPolicy policy;
    private final Resolver resolver;
    private final Optional<URI> service;

    /** Looks a name up; may block. */
    @FunctionalInterface
    interface Resolver {

        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    TargetGuard(AddressPolicy policy, Resolver resolver) {
        this(policy, resolver, Optional.empty());
    }

    private TargetGuard(AddressPolicy policy, Resolver resolver, Optional<URI> service) {
        this.policy = policy;
        this.resolver = resolver;
        this.service = service;
    }

    /** Lets requests go to the scheme, host and port of this URL only, whatever the address is. */
    static TargetGuard only(URI service, Resolver resolver) {
        return new TargetGuard(ANY_ADDRESS, resolver, Optional.of(service));
    }

    /** Refuses what is no http or https URL with a host and a usable port. */
    void checkUrl(URI url) throws WebhookException {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw refused("only http and https URLs are allowed");
        }
        if (url.getHost() == null || url.getHost().isEmpty()) {
            throw refused("the URL has no usable host name");
        }
        if (url.getRawUserInfo() != null) {
            throw refused("user and password are not allowed in the URL");
        }
        if (service.isPresent()) {
            checkService(url, service.get());
            return;
        }
        int port = port(url);
        if (port != 80 && port != 443 && (port < 1_024 || port > 65_535)) {
            throw refused("port " + port + " is not allowed");
        }
    }

    private static void checkService(URI url, URI service) throws WebhookException {
        boolean same = url.getScheme().equalsIgnoreCase(service.getScheme())
                && url.getHost().equalsIgnoreCase(service.getHost()) && port(url) == port(service);
        if (!same) {
            throw refused("only the service itself may be asked");
        }
    }

    /** The addresses that may be connected to, at least one. Blocks on DNS. */
    List<InetAddress> resolve(URI url) throws WebhookException {
        InetAddress[] all;
        try {
            all = resolver.resolve(hostName(url));
        } catch (UnknownHostException e) {
            throw new WebhookException(FetchFailure.IO, "the host name is not known", e);
        }
        List<InetAddress> permitted = Stream.of(all).filter(policy::permits).toList();
        if (permitted.isEmpty()) {
            throw new WebhookException(FetchFailure.ADDRESS_REFUSED, "the host's address is not allowed");
        }
        return permitted;
    }

    static int port(URI url) {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return url.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }

    /** Without the brackets of an IPv6 literal. */
    static String hostName(URI url) {
        String host = url.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static WebhookException refused(String reason) {
        return new WebhookException(FetchFailure.INVALID_URL, reason);
    }
}
