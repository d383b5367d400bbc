package org.callwright.persistence;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;

/** The schema: migrations in {@code db/migration}, run under Flyway's lock, so that several nodes may start at once. */
final class Schema {

    static final List<Class<?>> ENTITIES = List.of(
            OrganizationEntity.class,
            AccountEntity.class,
            ClientEntity.class,
            IncomingNumberEntity.class,
            ApplicationEntity.class,
            CallEntity.class,
            RecordingEntity.class,
            SayEntity.class,
            NotificationEntity.class,
            CallbackEntity.class,
            MessageEntity.class,
            TelesignCustomerEntity.class,
            TelesignBlockedNumberEntity.class,
            TelesignBlockedPrefixEntity.class,
            TelesignNonceEntity.class,
            TelesignTransactionEntity.class,
            TmsAccountEntity.class,
            TmsTokenEntity.class,
            TmsWebhookEntity.class,
            TmsRepeatEntity.class,
            TmsMessageEntity.class,
            TmsChunkEntity.class,
            TmsRecipientEntity.class);

    private Schema() {
    }

    /** Runs what is missing. The schema may hold tables of others, such as the server's timer store. */
    static void migrate(DataSource dataSource) {
        MigrateResult result = Flyway.configure(Schema.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
        String version = result.targetSchemaVersion == null ? result.initialSchemaVersion : result.targetSchemaVersion;
        PersistenceLog.LOG.schemaReady(result.migrationsExecuted, version);
    }

    /** Fails when an entity names a table or column that is not there. */
    static void check(Database database) {
        database.run(em -> ENTITIES.forEach(
                entity -> em.createQuery("select e from " + em.getMetamodel().entity(entity).getName() + " e", entity)
                        .setMaxResults(1)
                        .getResultList()));
    }
}
