package org.callwright.persistence;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import javax.sql.DataSource;

/**
 * Brings the schema up to date when the application starts, before anything uses it: every bean that touches the
 * database at its start depends on this one. A schema that can't be migrated or read fails the start.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaMigration {

    @Resource(lookup = "java:jboss/datasources/CallwrightDS")
    DataSource dataSource;
    @Inject
    Database database;

    @PostConstruct
    void migrate() {
        Schema.migrate(dataSource);
        Schema.check(database);
    }
}
