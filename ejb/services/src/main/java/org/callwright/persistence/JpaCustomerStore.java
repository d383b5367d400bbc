package org.callwright.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.callwright.telesign.Customer;
import org.callwright.telesign.CustomerStore;
import org.callwright.telesign.MessageType;
import org.callwright.telesign.PrefixRule;

/** Customers of the TeleSign dialect in the database. */
@ApplicationScoped
public class JpaCustomerStore implements CustomerStore {

    private final Database database;

    /** For the container's proxy. */
    protected JpaCustomerStore() {
        this(null);
    }

    @Inject
    public JpaCustomerStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Customer> customer(String id) {
        return database.call(em -> Optional.ofNullable(em.find(TelesignCustomerEntity.class, id))
                .map(TelesignCustomerEntity::toValue));
    }

    @Override
    public void save(Customer customer) {
        database.run(em -> em.merge(TelesignCustomerEntity.of(customer)));
    }

    @Override
    public boolean blocked(String owner, String number) {
        return database.call(em -> em.createQuery("select count(e) from TelesignBlockedNumberRow e"
                        + " where e.customer = :owner and e.number = :number", Long.class)
                .setParameter("owner", owner)
                .setParameter("number", number)
                .getSingleResult()) > 0;
    }

    @Override
    public Set<String> blocked(String owner, Collection<String> numbers) {
        return database.call(em -> em.createQuery("select e.number from TelesignBlockedNumberRow e"
                        + " where e.customer = :owner and e.number in :numbers", String.class)
                .setParameter("owner", owner)
                .setParameter("numbers", numbers)
                .getResultStream()
                .collect(Collectors.toSet()));
    }

    @Override
    public void replaceBlocked(String owner, List<String> numbers) {
        database.run(em -> {
            em.createQuery("delete from TelesignBlockedNumberRow e where e.customer = :owner")
                    .setParameter("owner", owner)
                    .executeUpdate();
            numbers.stream().distinct()
                    .forEach(number -> em.persist(TelesignBlockedNumberEntity.of(owner, number)));
        });
    }

    @Override
    public List<PrefixRule> rules() {
        return database.call(em -> em.createQuery(
                        "select e from TelesignBlockedPrefixRow e order by e.prefix, e.type",
                        TelesignBlockedPrefixEntity.class)
                .getResultStream()
                .map(row -> new PrefixRule(row.prefix, MessageType.parse(row.type)))
                .toList());
    }

    @Override
    public void replaceRules(List<PrefixRule> rules) {
        database.run(em -> {
            em.createQuery("delete from TelesignBlockedPrefixRow e").executeUpdate();
            rules.stream().distinct().forEach(rule -> em.persist(TelesignBlockedPrefixEntity.of(
                    rule.prefix(), rule.type().map(MessageType::name).orElse(""))));
        });
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<String> blockedTexts() {
        return database.call(em -> em.createNativeQuery("select text_part from telesign_blocked_text", String.class)
                .getResultList());
    }

    @Override
    public void replaceBlockedTexts(List<String> texts) {
        database.run(em -> {
            em.createNativeQuery("delete from telesign_blocked_text").executeUpdate();
            texts.stream().distinct().forEach(text ->
                    em.createNativeQuery("insert into telesign_blocked_text (text_part) values (:text)")
                            .setParameter("text", text)
                            .executeUpdate());
        });
    }

    @Override
    public boolean takePrepaid(String customer) {
        return count(customer, "update telesign_customer set placed_calls = placed_calls + 1"
                + " where customer_id = :customer and placed_calls < prepaid_calls") > 0;
    }

    @Override
    public void giveBackPrepaid(String customer) {
        count(customer, "update telesign_customer set placed_calls = placed_calls - 1 where customer_id = :customer");
    }

    private int count(String customer, String sql) {
        return database.call(em -> em.createNativeQuery(sql).setParameter("customer", customer).executeUpdate());
    }

    @Override
    public boolean firstUse(String customer, String nonce, Instant now, Instant until) {
        try {
            return database.call(em -> {
                TelesignNonceEntity used =
                        em.find(TelesignNonceEntity.class, new TelesignNonceEntity.Key(customer, nonce));
                if (used != null && used.expires.isAfter(now)) {
                    return false;
                }
                TelesignNonceEntity row = new TelesignNonceEntity();
                row.customer = customer;
                row.nonce = nonce;
                row.expires = Columns.micros(until);
                if (used == null) {
                    em.persist(row);
                } else {
                    em.merge(row);
                }
                return true;
            });
        } catch (RuntimeException e) {
            if (isRemembered(customer, nonce)) {
                return false;
            }
            throw e;
        }
    }

    /** Another request with the same nonce was faster. */
    private boolean isRemembered(String customer, String nonce) {
        return database.call(em -> em.find(TelesignNonceEntity.class,
                new TelesignNonceEntity.Key(customer, nonce)) != null);
    }

    @Override
    public void forgetNonces(Instant now) {
        database.run(em -> em.createQuery("delete from TelesignNonceRow e where e.expires < :now")
                .setParameter("now", now)
                .executeUpdate());
    }
}
