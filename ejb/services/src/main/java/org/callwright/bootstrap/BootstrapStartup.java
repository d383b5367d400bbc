package org.callwright.bootstrap;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.callwright.accounts.Account;
import org.callwright.accounts.AccountStore;
import org.callwright.accounts.Accounts;
import org.callwright.directory.DirectoryStore;
import org.callwright.directory.NumberDirectory;
import org.callwright.settings.Settings;
import org.callwright.telesign.CustomerStore;
import org.callwright.tms.TmsAccountStore;

/**
 * Makes the super admin and applies the bootstrap file when the application starts, in one transaction: all of it or,
 * when anything is wrong, nothing and a failed start whose message names the place. Beans that take calls or requests
 * at their start depend on this one.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class BootstrapStartup {

    @Inject
    Settings settings;
    @Inject
    AccountStore accountStore;
    @Inject
    DirectoryStore directoryStore;
    @Inject
    CustomerStore customerStore;
    @Inject
    TmsAccountStore tmsStore;
    @Inject
    Accounts accounts;
    @Inject
    NumberDirectory numbers;
    @Inject
    AllOrNothing transaction;

    @PostConstruct
    void start() {
        String token = AdminToken.read(settings);
        Optional<BootstrapFile> file = settings.bootstrap().map(BootstrapReader::read);
        try {
            apply(token, file);
        } catch (BootstrapException e) {
            throw e;
        } catch (RuntimeException e) {
            // Another node may have made the same rows at the same moment; now they are there to be updated.
            apply(token, file);
        }
        accounts.forgetCached();
        numbers.forgetCached();
        file.ifPresent(read -> BootstrapLog.LOG.applied(
                settings.bootstrap().map(Path::toString).orElseThrow(),
                read.accounts().size(), read.organizations().size()));
    }

    private void apply(String token, Optional<BootstrapFile> file) {
        Bootstrap bootstrap = new Bootstrap(
                accountStore, directoryStore, customerStore, tmsStore, Clock.systemUTC());
        transaction.run(() -> {
            Account superAdmin = bootstrap.superAdmin(settings.adminSid(), token);
            file.ifPresent(read -> bootstrap.apply(read, superAdmin));
            BootstrapLog.LOG.superAdmin(superAdmin.sid().value());
        });
    }
}
