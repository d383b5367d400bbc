package org.callwright.restcomm.request;

import jakarta.ws.rs.core.PathSegment;
import java.util.List;
import java.util.Set;
import org.callwright.accounts.Role.Action;
import org.callwright.restcomm.answer.ApiError;
import org.callwright.restcomm.answer.ApiException;

/**
 * What a path is about: {@code Accounts[/{account}[/{Kind}[/{instance}[/{Kind}…]]]]}.
 *
 * @param account SID or e-mail address as written; empty for the list of accounts
 * @param kind kind of resource that permission is needed for
 * @param instance whether the path names one resource of the kind
 */
record Target(String account, String kind, boolean instance) {

    /** Lists of incoming numbers have one more segment for the type of number. */
    private static final Set<String> NUMBER_TYPES = Set.of("Local", "TollFree", "Mobile");

    static Target of(List<PathSegment> path) {
        List<String> segments = path.stream().map(PathSegment::getPath).toList();
        if (segments.isEmpty() || !segments.get(0).equals("Accounts")) {
            throw new ApiException(ApiError.NOT_FOUND, "There is no such resource");
        }
        int size = segments.size();
        String account = size > 1 ? segments.get(1) : "";
        if (size <= 2) {
            return new Target(account, "Accounts", size == 2);
        }
        int kind = size >= 5 ? 4 : 2;
        boolean instance = size == kind + 2 && !NUMBER_TYPES.contains(segments.get(kind + 1));
        return new Target(account, segments.get(kind), instance);
    }

    /** Whether this is about the account itself and not something of it. */
    boolean accountItself() {
        return kind.equals("Accounts");
    }

    Action action(String method) {
        return switch (method) {
            case "GET", "HEAD", "OPTIONS" -> Action.READ;
            case "DELETE" -> Action.DELETE;
            case "POST" -> instance ? Action.MODIFY : Action.CREATE;
            default -> Action.MODIFY;
        };
    }
}
