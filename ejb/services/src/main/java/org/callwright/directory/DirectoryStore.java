package org.callwright.directory;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.callwright.accounts.OrganizationSid;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.PhoneNumberSid;
import org.callwright.records.Page;
import org.callwright.records.PageRequest;

/** Where numbers, clients and applications are kept. Saving creates or replaces by SID. */
public interface DirectoryStore {

    /** Numbers written exactly like one of these, in any organization. */
    List<IncomingNumber> numbers(Collection<String> texts);

    /** Numbers of the organization that are found by pattern. */
    List<IncomingNumber> patterns(OrganizationSid organization);

    Optional<IncomingNumber> number(PhoneNumberSid sid);

    /** Orders: PhoneNumber, FriendlyName, DateCreated. */
    Page<IncomingNumber> numbers(NumberFilter filter, PageRequest page);

    /** Numbers that name the application for anything. */
    List<IncomingNumber> numbersOf(ApplicationSid application);

    void save(IncomingNumber number);

    void remove(IncomingNumber number);

    Optional<SipClient> client(OrganizationSid organization, String login);

    /** @param sid {@code CL…} */
    Optional<SipClient> client(String sid);

    /** By login. */
    List<SipClient> clients(AccountSid account);

    void save(SipClient client);

    void remove(SipClient client);

    Optional<VoiceApplication> application(ApplicationSid sid);

    /** Oldest first. */
    List<VoiceApplication> applications(AccountSid account);

    void save(VoiceApplication application);

    /** Removes it; numbers and clients that name it no longer do. */
    void remove(VoiceApplication application);

    /** Removes every number, client and application of the account. */
    void removeAllOf(AccountSid account);
}
