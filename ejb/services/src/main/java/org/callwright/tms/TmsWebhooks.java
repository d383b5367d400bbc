package org.callwright.tms;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.callwright.call.value.AccountSid;

/** Who is told when recipients come into a state; by a form-encoded POST that is delivered at least once. */
public interface TmsWebhooks {

    /** A webhook of an account. */
    record TmsWebhook(long id, AccountSid account, URI url, RecipientStatus event) {
    }

    List<TmsWebhook> list(AccountSid account);

    Optional<TmsWebhook> find(AccountSid account, long id);

    /** @param event any but {@link RecipientStatus#NEW} */
    TmsWebhook create(AccountSid account, URI url, RecipientStatus event);

    /** @return empty when there is none of this id any more */
    Optional<TmsWebhook> change(TmsWebhook webhook);

    boolean delete(AccountSid account, long id);
}
