package org.callwright.accounts;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a caller may do with a kind of resource. Ownership is asked besides, see {@link Accounts#owns}. */
public enum Role {
    /** Everything. */
    ADMINISTRATOR("Administrator", Map.of()),
    /** Day-to-day work: calls, clients, numbers, applications; recordings only to read and delete. */
    DEVELOPER("Developer", Map.ofEntries(
            Map.entry("Accounts", Action.ALL),
            Map.entry("Applications", Action.ALL),
            Map.entry("Announcements", Action.ALL),
            Map.entry("Calls", Action.ALL),
            Map.entry("Clients", Action.ALL),
            Map.entry("Conferences", Action.ALL),
            Map.entry("IncomingPhoneNumbers", Action.ALL),
            Map.entry("OutgoingCallerIds", Action.ALL),
            Map.entry("ShortCodes", Action.ALL),
            Map.entry("OutboundProxies", Action.ALL),
            Map.entry("EmailMessages", Action.ALL),
            Map.entry("Usage", Action.ALL),
            Map.entry("Geolocation", Action.ALL),
            Map.entry("AvailablePhoneNumbers", Set.of(Action.READ)),
            Map.entry("Notifications", Set.of(Action.READ)),
            Map.entry("SmsMessages", Set.of(Action.READ)),
            Map.entry("Transcriptions", Set.of(Action.READ)),
            Map.entry("SandBoxes", Set.of(Action.READ, Action.MODIFY)),
            Map.entry("Says", Set.of(Action.READ)),
            Map.entry("Recordings", Set.of(Action.READ, Action.DELETE))));

    /** What is done. */
    public enum Action {
        CREATE, READ, MODIFY, DELETE;

        static final Set<Action> ALL = Set.of(values());
    }

    private final String roleName;
    private final Map<String, Set<Action>> permissions;

    Role(String roleName, Map<String, Set<Action>> permissions) {
        this.roleName = roleName;
        this.permissions = permissions;
    }

    public String roleName() {
        return roleName;
    }

    public static Optional<Role> named(String name) {
        return Stream.of(values()).filter(role -> role.roleName.equals(name)).findFirst();
    }

    /** @param resource name of the kind as in {@code RestComm:Read:Recordings} */
    public boolean permits(Action action, String resource) {
        return this == ADMINISTRATOR || permissions.getOrDefault(resource, Set.of()).contains(action);
    }
}
