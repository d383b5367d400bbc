package org.callwright.telesign;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Where customers, and what must not be called, are kept. Saving creates or replaces. */
public interface CustomerStore {

    /** The owner of the block list that holds for everybody. */
    String PLATFORM = "";

    Optional<Customer> customer(String id);

    void save(Customer customer);

    /** Whether the number is on the owner's block list: a customer's, or {@link #PLATFORM}. */
    boolean blocked(String owner, String number);

    /** Which of the numbers are on the owner's block list; a few hundred at most. */
    default Set<String> blocked(String owner, Collection<String> numbers) {
        return numbers.stream().filter(number -> blocked(owner, number)).collect(Collectors.toSet());
    }

    void replaceBlocked(String owner, List<String> numbers);

    List<PrefixRule> rules();

    void replaceRules(List<PrefixRule> rules);

    /** Texts that no message may have in it. */
    List<String> blockedTexts();

    void replaceBlockedTexts(List<String> texts);

    /**
     * Takes one of the customer's prepaid calls.
     *
     * @return false when none is left
     */
    boolean takePrepaid(String customer);

    /** The call that was taken was not placed. */
    void giveBackPrepaid(String customer);

    /**
     * Remembers that the customer has used this.
     *
     * @return false when it is remembered already
     */
    boolean firstUse(String customer, String nonce, Instant now, Instant until);

    /** Forgets what was to be remembered until then. */
    void forgetNonces(Instant now);
}
