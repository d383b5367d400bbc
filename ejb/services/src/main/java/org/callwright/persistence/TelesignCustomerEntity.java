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

/** Row of a customer of the TeleSign dialect; lists are kept as words with blanks between them. */
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
        row.created = Columns.micros(customer.created());
        row.updated = Columns.micros(customer.updated());
        return row;
    }

    Customer toValue() {
        return new Customer(id, new AccountSid(account), apiKey, enabled,
                Optional.ofNullable(callbackUrl).map(URI::create), words(callerIds), words(allowedAddresses), created,
                updated);
    }

    private static List<String> words(String text) {
        return Stream.of(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }
}
