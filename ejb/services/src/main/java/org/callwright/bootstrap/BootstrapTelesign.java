package org.callwright.bootstrap;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.callwright.accounts.Account;
import org.callwright.bootstrap.BootstrapFile.PlatformTelesign;
import org.callwright.bootstrap.BootstrapFile.TelesignEntry;
import org.callwright.bootstrap.BootstrapFile.TelesignTerms;
import org.callwright.telesign.Customer;
import org.callwright.telesign.CustomerStore;
import org.callwright.telesign.Terms;

/**
 * Customers of the TeleSign dialect; the natural key is the customer's id. A list that is given replaces the old one.
 */
final class BootstrapTelesign {

    private final CustomerStore customers;
    private final Clock clock;

    BootstrapTelesign(CustomerStore customers, Clock clock) {
        this.customers = customers;
        this.clock = clock;
    }

    void apply(TelesignEntry entry, Account account) {
        Optional<Customer> present = customers.customer(entry.customerId());
        present.filter(other -> !other.account().equals(account.sid())).ifPresent(other -> {
            throw new BootstrapException(entry.path() + ".customerId", "belongs to " + other.account());
        });
        Instant now = clock.instant();
        Customer customer = new Customer(
                entry.customerId(),
                account.sid(),
                entry.apiKey(),
                entry.enabled().or(() -> present.map(Customer::enabled)).orElse(true),
                entry.callbackUrl().or(() -> present.flatMap(Customer::callbackUrl)),
                entry.callerIds().or(() -> present.map(Customer::callerIds)).orElse(List.of()),
                entry.allowedAddresses().or(() -> present.map(Customer::allowedAddresses)).orElse(List.of()),
                terms(entry.terms(), present.map(Customer::terms).orElse(Terms.USUAL)),
                present.map(Customer::created).orElse(now),
                present.map(Customer::updated).orElse(now));
        if (present.filter(customer::equals).isEmpty()) {
            customers.save(new Customer(customer.id(), customer.account(), customer.apiKey(), customer.enabled(),
                    customer.callbackUrl(), customer.callerIds(), customer.allowedAddresses(), customer.terms(),
                    customer.created(), now));
        }
        entry.blockedNumbers().ifPresent(numbers -> customers.replaceBlocked(customer.id(), numbers));
    }

    private static Terms terms(TelesignTerms said, Terms present) {
        return new Terms(
                said.menus().orElse(present.menus()),
                said.trial().orElse(present.trial()),
                said.verifiedNumbers().orElse(present.verifiedNumbers()),
                said.prepaidCalls().orElse(present.prepaidCalls()),
                said.apiHosts().orElse(present.apiHosts()),
                said.callbackHosts().orElse(present.callbackHosts()));
    }

    void apply(PlatformTelesign entry) {
        entry.blockedNumbers().ifPresent(numbers -> customers.replaceBlocked(CustomerStore.PLATFORM, numbers));
        entry.blockedPrefixes().ifPresent(customers::replaceRules);
        entry.blockedTexts().ifPresent(customers::replaceBlockedTexts);
    }
}
