package org.callwright.bootstrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.callwright.settings.Settings;

/** The super admin's token: from the environment, or from the file that the operator's command made at first start. */
final class AdminToken {

    static final String FILE = "admin-token";

    private AdminToken() {
    }

    /** @throws BootstrapException when there is none: there is no default that anybody could guess */
    static String read(Settings settings) {
        return settings.adminToken().orElseGet(() -> fromFile(settings.data().resolve(FILE)));
    }

    private static String fromFile(Path file) {
        String token;
        try {
            token = Files.exists(file) ? Files.readString(file).strip() : "";
        } catch (IOException e) {
            throw new BootstrapException("the super admin's token in " + file + " can't be read: " + e.getMessage(), e);
        }
        if (token.isEmpty()) {
            throw new BootstrapException("", "the super admin has no token: set CALLWRIGHT_ADMIN_TOKEN, or write one"
                    + " into " + file + " (bin/callwright start makes it)");
        }
        return token;
    }
}
