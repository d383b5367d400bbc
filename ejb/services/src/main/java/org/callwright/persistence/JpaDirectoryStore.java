package org.callwright.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.callwright.accounts.OrganizationSid;
import org.callwright.directory.DirectoryStore;
import org.callwright.directory.IncomingNumber;
import org.callwright.directory.SipClient;

/** Numbers and clients in the database. */
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
        return database.call(em -> em
                .createQuery("select n from IncomingNumberRow n where n.number in :texts", IncomingNumberEntity.class)
                .setParameter("texts", texts)
                .getResultStream()
                .map(IncomingNumberEntity::toValue)
                .toList());
    }

    @Override
    public List<IncomingNumber> patterns(OrganizationSid organization) {
        return database.call(em -> em
                .createQuery(
                        "select n from IncomingNumberRow n where n.organization = :organization and n.pattern = true",
                        IncomingNumberEntity.class)
                .setParameter("organization", organization.value())
                .getResultStream()
                .map(IncomingNumberEntity::toValue)
                .toList());
    }

    @Override
    public void save(IncomingNumber number) {
        database.run(em -> em.merge(IncomingNumberEntity.of(number)));
    }

    @Override
    public Optional<SipClient> client(OrganizationSid organization, String login) {
        return database.call(em -> em
                .createQuery(
                        "select c from ClientRow c where c.organization = :organization and c.login = :login",
                        ClientEntity.class)
                .setParameter("organization", organization.value())
                .setParameter("login", login)
                .getResultStream()
                .findFirst()
                .map(ClientEntity::toValue));
    }

    @Override
    public void save(SipClient client) {
        database.run(em -> em.merge(ClientEntity.of(client)));
    }
}
