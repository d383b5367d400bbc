package org.callwright.bootstrap;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.callwright.accounts.Account;
import org.callwright.accounts.Digests;
import org.callwright.bootstrap.BootstrapFile.ClientEntry;
import org.callwright.bootstrap.BootstrapFile.NumberEntry;
import org.callwright.call.value.PhoneNumberSid;
import org.callwright.directory.DirectoryStore;
import org.callwright.directory.IncomingNumber;
import org.callwright.directory.NumberOptions;
import org.callwright.directory.SipClient;

/** Numbers and clients of the bootstrap file; natural keys are number and login within the organization. */
final class BootstrapNumbers {

    private final DirectoryStore directory;
    private final Clock clock;

    BootstrapNumbers(DirectoryStore directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    void apply(NumberEntry entry, Account account) {
        List<IncomingNumber> sameText = directory.numbers(List.of(entry.number()));
        sameText.stream()
                .filter(number -> !number.account().equals(account.sid()))
                .filter(number -> number.organization().equals(account.organization()) || !number.sip() && !entry.sip())
                .findFirst()
                .ifPresent(other -> {
                    throw new BootstrapException(entry.path() + ".phoneNumber", "belongs to " + other.account());
                });
        Optional<IncomingNumber> present = sameText.stream()
                .filter(number -> number.account().equals(account.sid()))
                .findFirst();
        Instant now = clock.instant();
        IncomingNumber number = new IncomingNumber(
                present.map(IncomingNumber::sid).orElseGet(() -> new PhoneNumberSid("PN" + randomHex())),
                account.sid(),
                account.organization(),
                entry.number(),
                present.map(IncomingNumber::friendlyName).orElse(entry.number()),
                entry.sip(),
                entry.voice().or(() -> present.flatMap(IncomingNumber::voice)),
                entry.fallback().or(() -> present.flatMap(IncomingNumber::fallback)),
                entry.statusCallback().or(() -> present.flatMap(IncomingNumber::statusCallback)),
                present.flatMap(IncomingNumber::application),
                present.map(IncomingNumber::options).orElse(NumberOptions.DEFAULT),
                present.map(IncomingNumber::created).orElse(now),
                present.map(IncomingNumber::updated).orElse(now));
        if (present.filter(number::equals).isEmpty()) {
            directory.save(new IncomingNumber(number.sid(), number.account(), number.organization(), number.number(),
                    number.friendlyName(), number.sip(), number.voice(), number.fallback(), number.statusCallback(),
                    number.application(), number.options(), number.created(), now));
        }
    }

    /** @param realm the domain of the account's organization */
    void apply(ClientEntry entry, Account account, String realm) {
        Optional<SipClient> present = directory.client(account.organization(), entry.login());
        present.filter(client -> !client.account().equals(account.sid())).ifPresent(other -> {
            throw new BootstrapException(entry.path() + ".login", "belongs to " + other.account());
        });
        String secret = entry.login() + ":" + realm + ":" + entry.password();
        Instant now = clock.instant();
        SipClient client = new SipClient(
                present.map(SipClient::sid).orElseGet(() -> "CL" + randomHex()),
                account.sid(),
                account.organization(),
                entry.login(),
                present.map(SipClient::friendlyName).orElse(entry.login()),
                Digests.md5Hex(secret),
                Digests.sha256Hex(secret),
                present.map(SipClient::enabled).orElse(true),
                entry.voice().or(() -> present.flatMap(SipClient::voice)),
                present.flatMap(SipClient::fallback),
                present.flatMap(SipClient::application),
                present.map(SipClient::created).orElse(now),
                present.map(SipClient::updated).orElse(now));
        if (present.filter(client::equals).isEmpty()) {
            directory.save(new SipClient(client.sid(), client.account(), client.organization(), client.login(),
                    client.friendlyName(), client.ha1Md5(), client.ha1Sha256(), client.enabled(), client.voice(),
                    client.fallback(), client.application(), client.created(), now));
        }
    }

    private static String randomHex() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
