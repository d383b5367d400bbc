package org.callwright.persistence;

import org.callwright.accounts.AccountStore;
import org.callwright.directory.DirectoryStore;

/** The real stores on a test database, for tests of other packages. */
public final class TestStores {

    private final Database database;

    public TestStores(TestDatabase database) {
        this.database = database;
    }

    public AccountStore accounts() {
        return new JpaAccountStore(database);
    }

    public DirectoryStore directory() {
        return new JpaDirectoryStore(database);
    }
}
