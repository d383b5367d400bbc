package org.callwright.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.callwright.call.value.AccountSid;
import org.callwright.telesign.Customer;
import org.callwright.telesign.Terms;

/**
 * Row of a customer of the TeleSign dialect; lists are kept as words with blanks between them. How many prepaid calls
 * were placed is a column that only SQL touches, so that saving a customer does not put it back.
 */
@Entity(name = "TelesignCustomerRow")
@Table(name = "telesign_customer")
class TelesignCustomerEntity {

    @Id
    @Column(name = "customer_id")
    String id;
    @Column(name = "account_sid")
    String account;
    @Column(name = "api_key")
    String apiKey;
    boolean enabled;
    @Column(name = "callback_url")
    String callbackUrl;
    @Column(name = "caller_ids")
    String callerIds;
    @Column(name = "allowed_addresses")
    String allowedAddresses;
    boolean menus;
    boolean trial;
    @Column(name = "verified_numbers")
    String verifiedNumbers;
    @Column(name = "prepaid_calls")
    int prepaidCalls;
    @Column(name = "api_hosts")
    String apiHosts;
    @Column(name = "callback_hosts")
    String callbackHosts;
    Instant created;
    Instant updated;

    static TelesignCustomerEntity of(Customer customer) {
        TelesignCustomerEntity row = new TelesignCustomerEntity();
        row.id = customer.id();
        row.account = customer.account().value();
        row.apiKey = customer.apiKey();
        row.enabled = customer.enabled();
        row.callbackUrl = customer.callbackUrl().map(URI::toString).orElse(null);
        row.callerIds = String.join(" ", customer.callerIds());
        row.allowedAddresses = String.join(" ", customer.allowedAddresses());
        Terms terms = customer.terms();
        row.menus = terms.menus();
        row.trial = terms.trial();
        row.verifiedNumbers = String.join(" ", terms.verifiedNumbers());
        row.prepaidCalls = terms.prepaidCalls();
        row.apiHosts = String.join(" ", terms.apiHosts());
        row.callbackHosts = String.join(" ", terms.callbackHosts());
        row.created = Columns.micros(customer.created());
        row.updated = Columns.micros(customer.updated());
        return row;
    }

    Customer toValue() {
        return new Customer(id, new AccountSid(account), apiKey, enabled,
                Optional.ofNullable(callbackUrl).map(URI::create), words(callerIds), words(allowedAddresses),
                new Terms(menus, trial, words(verifiedNumbers), prepaidCalls, words(apiHosts), words(callbackHosts)),
                created, updated);
    }

    private static List<String> words(String text) {
        return Stream.of(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }
}
