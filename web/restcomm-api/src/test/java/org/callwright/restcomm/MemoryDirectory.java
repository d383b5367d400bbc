package org.callwright.restcomm;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callwright.accounts.OrganizationSid;
import org.callwright.call.value.AccountSid;
import org.callwright.call.value.PhoneNumberSid;
import org.callwright.directory.ApplicationSid;
import org.callwright.directory.DirectoryStore;
import org.callwright.directory.IncomingNumber;
import org.callwright.directory.NumberFilter;
import org.callwright.directory.SipClient;
import org.callwright.directory.VoiceApplication;
import org.callwright.records.Page;
import org.callwright.records.PageRequest;

/** Numbers, clients and applications in memory. */
public final class MemoryDirectory implements DirectoryStore {

    private final Map<PhoneNumberSid, IncomingNumber> numbers = new LinkedHashMap<>();
    private final Map<String, SipClient> clients = new LinkedHashMap<>();
    private final Map<ApplicationSid, VoiceApplication> applications = new LinkedHashMap<>();

    @Override
    public List<IncomingNumber> numbers(Collection<String> texts) {
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
        clients.put(client.sid(), client);
    }

    @Override
    public Optional<IncomingNumber> number(PhoneNumberSid sid) {
        return Optional.ofNullable(numbers.get(sid));
    }

    @Override
    public Page<IncomingNumber> numbers(NumberFilter filter, PageRequest page) {
        List<IncomingNumber> rows = numbers.values().stream()
                .filter(number -> filter.accounts().contains(number.account()))
                .toList();
        return new Page<>(rows.stream().skip(page.offset()).limit(page.room()).toList(), page.cut(rows.size()));
    }

    @Override
    public List<IncomingNumber> numbersOf(ApplicationSid application) {
        return numbers.values().stream().filter(number -> number.names(application)).toList();
    }

    @Override
    public void remove(IncomingNumber number) {
        numbers.remove(number.sid());
    }

    @Override
    public Optional<SipClient> client(String sid) {
        return Optional.ofNullable(clients.get(sid));
    }

    @Override
    public List<SipClient> clients(AccountSid account) {
        return clients.values().stream().filter(client -> client.account().equals(account)).toList();
    }

    @Override
    public void remove(SipClient client) {
        clients.remove(client.sid());
    }

    @Override
    public Optional<VoiceApplication> application(ApplicationSid sid) {
        return Optional.ofNullable(applications.get(sid));
    }

    @Override
    public List<VoiceApplication> applications(AccountSid account) {
        return applications.values().stream().filter(application -> application.account().equals(account)).toList();
    }

    @Override
    public void save(VoiceApplication application) {
        applications.put(application.sid(), application);
    }

    @Override
    public void remove(VoiceApplication application) {
        applications.remove(application.sid());
        numbers.replaceAll((sid, number) -> number.without(application.sid()));
        clients.replaceAll((sid, client) -> client.without(application.sid()));
    }

    @Override
    public void removeAllOf(AccountSid account) {
        numbers.values().removeIf(number -> number.account().equals(account));
        clients.values().removeIf(client -> client.account().equals(account));
        applications.values().removeIf(application -> application.account().equals(account));
    }
}
