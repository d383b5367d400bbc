package org.callwright.restcomm.resource;

import java.util.function.Function;
import org.callwright.call.value.AccountSid;
import org.callwright.restcomm.answer.ApiError;
import org.callwright.restcomm.answer.ApiException;
import org.callwright.restcomm.request.ApiRequest;

/** SIDs of paths, and the rule that a resource is read through the path of its own account. */
final class Sids {

    private Sids() {
    }

    /** @param of the SID's constructor */
    static <T> T read(String text, Function<String, T> of) {
        try {
            return of.apply(text);
        } catch (IllegalArgumentException e) {
            throw new ApiException(ApiError.MALFORMED_SID, "The SID in the path is malformed");
        }
    }

    static void checkOwner(AccountSid owner, ApiRequest request) {
        if (!owner.equals(request.sid())) {
            throw new ApiException(ApiError.NOT_OWNER, "The resource belongs to another account");
        }
    }
}
