package org.callwright.directory;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.callwright.accounts.OrganizationSid;

/** Where numbers and clients are kept. Saving creates or replaces by SID. */
public interface DirectoryStore {

    /** Numbers written exactly like one of these, in any organization. */
    List<IncomingNumber> numbers(Collection<String> texts);

    /** Numbers of the organization that are found by pattern. */
    List<IncomingNumber> patterns(OrganizationSid organization);

    void save(IncomingNumber number);

    Optional<SipClient> client(OrganizationSid organization, String login);

    void save(SipClient client);
}
