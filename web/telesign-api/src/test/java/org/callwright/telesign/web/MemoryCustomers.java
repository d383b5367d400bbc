package org.callwright.telesign.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.callwright.telesign.Customer;
import org.callwright.telesign.CustomerStore;
import org.callwright.telesign.PrefixRule;

/** Customers in memory. */
final class MemoryCustomers implements CustomerStore {

    boolean broken;
    private final Map<String, Customer> customers = new HashMap<>();
    private final Set<String> blocked = new HashSet<>();
    private final Set<String> used = new HashSet<>();
    private final Map<String, Integer> placed = new HashMap<>();
    private List<String> texts = new ArrayList<>();
    private List<PrefixRule> rules = new ArrayList<>();

    @Override
    public Optional<Customer> customer(String id) {
        if (broken) {
            throw new IllegalStateException("the database is away");
        }
        return Optional.ofNullable(customers.get(id));
    }

    @Override
    public void save(Customer customer) {
        customers.put(customer.id(), customer);
    }

    @Override
    public boolean blocked(String owner, String number) {
        return blocked.contains(owner + " " + number);
    }

    @Override
    public void replaceBlocked(String owner, List<String> numbers) {
        numbers.forEach(number -> blocked.add(owner + " " + number));
    }

    @Override
    public List<PrefixRule> rules() {
        return rules;
    }

    @Override
    public void replaceRules(List<PrefixRule> next) {
        rules = next;
    }

    @Override
    public List<String> blockedTexts() {
        return texts;
    }

    @Override
    public void replaceBlockedTexts(List<String> next) {
        texts = next;
    }

    @Override
    public boolean takePrepaid(String customer) {
        return placed.merge(customer, 1, Integer::sum) <= customers.get(customer).terms().prepaidCalls();
    }

    @Override
    public void giveBackPrepaid(String customer) {
        placed.merge(customer, -1, Integer::sum);
    }

    @Override
    public boolean firstUse(String customer, String nonce, Instant now, Instant until) {
        return used.add(customer + " " + nonce);
    }

    @Override
    public void forgetNonces(Instant now) {
        used.clear();
    }
}
