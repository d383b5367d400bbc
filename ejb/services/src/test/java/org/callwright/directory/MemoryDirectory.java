package org.callwright.directory;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callwright.accounts.OrganizationSid;
import org.callwright.call.value.PhoneNumberSid;

/** Numbers and clients in memory; counts the questions. */
public final class MemoryDirectory implements DirectoryStore {

    private final Map<PhoneNumberSid, IncomingNumber> numbers = new LinkedHashMap<>();
    private final Map<String, SipClient> clients = new LinkedHashMap<>();
    public int asked;
    public int saved;

    @Override
    public List<IncomingNumber> numbers(Collection<String> texts) {
        asked++;
        return numbers.values().stream().filter(number -> texts.contains(number.number())).toList();
    }

    @Override
    public List<IncomingNumber> patterns(OrganizationSid organization) {
        return numbers.values().stream()
                .filter(number -> number.organization().equals(organization) && number.pattern())
                .toList();
    }

    @Override
    public void save(IncomingNumber number) {
        saved++;
        numbers.put(number.sid(), number);
    }

    @Override
    public Optional<SipClient> client(OrganizationSid organization, String login) {
        return clients.values().stream()
                .filter(client -> client.organization().equals(organization) && client.login().equals(login))
                .findFirst();
    }

    @Override
    public void save(SipClient client) {
        saved++;
        clients.put(client.sid(), client);
    }
}
