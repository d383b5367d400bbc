package org.callwright.telesign;

import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.callwright.call.value.AccountSid;

/**
 * Who may use the dialect, on behalf of an account. The key itself must be kept: signatures are made with it.
 *
 * @param id in upper case
 * @param apiKey base64 of the standard alphabet, as it was given out
 * @param enabled whether the product is
 * @param callbackUrl told of final statuses, unless a request names another one
 * @param callerIds digits of the numbers that belong to the customer, the first one is its default
 * @param allowedAddresses ranges that requests may come from; none: from anywhere
 * @param terms what it may do
 */
public record Customer(
        String id,
        AccountSid account,
        String apiKey,
        boolean enabled,
        Optional<URI> callbackUrl,
        List<String> callerIds,
        List<String> allowedAddresses,
        Terms terms,
        Instant created,
        Instant updated) {

    public Customer {
        callerIds = List.copyOf(callerIds);
        allowedAddresses = List.copyOf(allowedAddresses);
        Base64.getDecoder().decode(apiKey);
    }

    /** On the usual terms. */
    public Customer(String id, AccountSid account, String apiKey, boolean enabled, Optional<URI> callbackUrl,
            List<String> callerIds, List<String> allowedAddresses, Instant created, Instant updated) {
        this(id, account, apiKey, enabled, callbackUrl, callerIds, allowedAddresses, Terms.USUAL, created, updated);
    }

    /** The one form of an id. */
    public static String id(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    byte[] key() {
        return Base64.getDecoder().decode(apiKey);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "Customer[" + id + ", " + account + "]";
    }
}
