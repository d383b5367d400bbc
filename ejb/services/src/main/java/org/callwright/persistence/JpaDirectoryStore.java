package org.callwright.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.callwright.accounts.OrganizationSid;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.PhoneNumberSid;
import org.callwright.directory.ApplicationSid;
import org.callwright.directory.DirectoryStore;
import org.callwright.directory.IncomingNumber;
import org.callwright.directory.NumberFilter;
import org.callwright.directory.SipClient;
import org.callwright.directory.VoiceApplication;
import org.callwright.records.Page;
import org.callwright.records.PageRequest;

/** Numbers, clients and applications in the database. */
@ApplicationScoped
public class JpaDirectoryStore implements DirectoryStore {

    private final Database database;

    /** For the container's proxy. */
    protected JpaDirectoryStore() {
        this(null);
    }

    @Inject
    public JpaDirectoryStore(Database database) {
        this.database = database;
    }

    @Override
    public List<IncomingNumber> numbers(Collection<String> texts) {
        return numbersWhere("n.number in :texts", Map.of("texts", texts));
    }

    @Override
    public List<IncomingNumber> patterns(OrganizationSid organization) {
        return numbersWhere("n.organization = :organization and n.pattern = true",
                Map.of("organization", organization.value()));
    }

    @Override
    public Optional<IncomingNumber> number(PhoneNumberSid sid) {
        return find(IncomingNumberEntity.class, sid.value(), IncomingNumberEntity::toValue);
    }

    @Override
    public Page<IncomingNumber> numbers(NumberFilter filter, PageRequest page) {
        ListQuery<IncomingNumberEntity> query =
                new ListQuery<>(IncomingNumberEntity.class, "IncomingNumberRow", filter.accounts())
                        .like("number", filter.number())
                        .like("friendlyName", filter.friendlyName());
        return database.call(
                em -> query.page(em, page, Orders.NUMBERS.of(page.order()), IncomingNumberEntity::toValue));
    }

    @Override
    public List<IncomingNumber> numbersOf(ApplicationSid application) {
        return numbersWhere("n.application = :sid or n.sms.application = :sid or n.ussd.application = :sid"
                + " or n.referApplication = :sid order by n.number", Map.of("sid", application.value()));
    }

    @Override
    public void save(IncomingNumber number) {
        database.run(em -> saveNow(em, IncomingNumberEntity.of(number)));
    }

    @Override
    public void remove(IncomingNumber number) {
        remove("IncomingNumberRow", "sid", number.sid().value());
    }

    @Override
    public Optional<SipClient> client(OrganizationSid organization, String login) {
        return clientsWhere("c.organization = :organization and c.login = :login",
                Map.of("organization", organization.value(), "login", login)).stream().findFirst();
    }

    @Override
    public Optional<SipClient> client(String sid) {
        return find(ClientEntity.class, sid, ClientEntity::toValue);
    }

    @Override
    public List<SipClient> clients(AccountSid account) {
        return clientsWhere("c.account = :account order by c.login", Map.of("account", account.value()));
    }

    @Override
    public void save(SipClient client) {
        database.run(em -> saveNow(em, ClientEntity.of(client)));
    }

    @Override
    public void remove(SipClient client) {
        remove("ClientRow", "sid", client.sid());
    }

    @Override
    public Optional<VoiceApplication> application(ApplicationSid sid) {
        return find(ApplicationEntity.class, sid.value(), ApplicationEntity::toValue);
    }

    @Override
    public List<VoiceApplication> applications(AccountSid account) {
        return where(ApplicationEntity.class,
                "select a from ApplicationRow a where a.account = :account order by a.created, a.sid",
                Map.of("account", account.value()), ApplicationEntity::toValue);
    }

    @Override
    public void save(VoiceApplication application) {
        database.run(em -> em.merge(ApplicationEntity.of(application)));
    }

    @Override
    public void remove(VoiceApplication application) {
        ApplicationSid sid = application.sid();
        database.run(em -> {
            numbersOf(sid).forEach(number -> save(number.without(sid)));
            clientsWhere("c.application = :sid", Map.of("sid", sid.value())).forEach(
                    client -> save(client.without(sid)));
            remove("ApplicationRow", "sid", sid.value());
        });
    }

    @Override
    public void removeAllOf(AccountSid account) {
        database.run(em -> List.of("IncomingNumberRow", "ClientRow", "ApplicationRow").forEach(
                entity -> remove(entity, "account", account.value())));
    }

    /** A name that somebody else has taken meanwhile is found here, not when the transaction ends. */
    private static void saveNow(EntityManager em, Object row) {
        em.merge(row);
        em.flush();
    }

    private List<IncomingNumber> numbersWhere(String condition, Map<String, ?> parameters) {
        return where(IncomingNumberEntity.class, "select n from IncomingNumberRow n where " + condition, parameters,
                IncomingNumberEntity::toValue);
    }

    private List<SipClient> clientsWhere(String condition, Map<String, ?> parameters) {
        return where(ClientEntity.class, "select c from ClientRow c where " + condition, parameters,
                ClientEntity::toValue);
    }

    private <E, T> List<T> where(Class<E> type, String query, Map<String, ?> parameters, Function<E, T> toValue) {
        return database.call(em -> {
            var typed = em.createQuery(query, type);
            parameters.forEach(typed::setParameter);
            return typed.getResultStream().map(toValue).toList();
        });
    }

    private <E, T> Optional<T> find(Class<E> type, String sid, Function<E, T> toValue) {
        return database.call(em -> Optional.ofNullable(em.find(type, sid)).map(toValue));
    }

    private void remove(String entity, String field, String value) {
        database.run(em -> em.createQuery("delete from " + entity + " e where e." + field + " = :value")
                .setParameter("value", value)
                .executeUpdate());
    }
}
