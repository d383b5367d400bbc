package org.callwright.provisioning;

import java.util.UUID;

/** SIDs of new rows. */
final class NewSids {

    private NewSids() {
    }

    static String withPrefix(String prefix) {
        return prefix + UUID.randomUUID().toString().replace("-", "");
    }
}
