package org.callwright.telesign;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callwright.accounts.AccessLimits;
import org.callwright.accounts.Account;
import org.callwright.accounts.AccountStatus;
import org.callwright.accounts.Accounts;
import org.callwright.accounts.Organization;
import org.callwright.accounts.OrganizationSid;
import org.callwright.accounts.TokenHash;
import org.callwright.call.Effect;
import org.callwright.call.program.VoiceMessage;
import org.callwright.call.record.CallRecord;
import org.callwright.call.record.MessageRecord;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.CallStatus;
import org.callwright.call.value.Direction;
import org.callwright.engine.FakeEngine;
import org.callwright.engine.port.RecordStore;
import org.callwright.persistence.TestDatabase;
import org.callwright.persistence.TestStores;
import org.callwright.recordings.RecordingFiles;
import org.callwright.settings.AccessSettings;
import org.callwright.settings.Settings;
import org.callwright.settings.TelesignSettings;

/** The dialect's services on a real database in memory, with an engine that only notes calls, at a stepped time. */
final class TelesignWorld implements AutoCloseable {

    static final Instant START = Instant.parse("2026-11-22T00:41:31Z");
    static final Account ACME = account(AccountStatus.ACTIVE);
    static final Customer CUSTOMER = new Customer(SignedRequestTest.CUSTOMER, ACME.sid(), SignedRequestTest.KEY, true,
            Optional.of(URI.create("http://app.example/done")), List.of("15550001", "15550002"), List.of(), START,
            START);

    final TestDatabase database = new TestDatabase();
    final TestStores stores = new TestStores(database);
    final RecordStore records = stores.records(new RecordingFiles(java.nio.file.Path.of("unused")));
    final FakeEngine engine = new FakeEngine();
    Instant now = START;
    private final InstantSource time = () -> now;
    final Clock clock = time.withZone(ZoneOffset.UTC);
    final TelesignSettings settings;
    final Access access;
    final Settlement settlement;
    final VoiceService voice;

    TelesignWorld(String... environment) {
        Map<String, String> all = new HashMap<>(Map.of("CALLWRIGHT_TRUNK", "trunk.example:5060"));
        for (int i = 0; i < environment.length; i += 2) {
            all.put(environment[i], environment[i + 1]);
        }
        settings = TelesignSettings.fromEnvironment(all);
        stores.accounts().save(new Organization(ACME.organization(), "default", START, START));
        stores.accounts().save(ACME);
        stores.customers().save(CUSTOMER);
        access = new Access(stores.customers(), new Accounts(stores.accounts()),
                new AccessLimits(AccessSettings.fromEnvironment(all)), settings, clock);
        settlement = new Settlement(stores.transactions(), engine, Duration.ofHours(4), clock);
        voice = new VoiceService(new CallRules(stores.customers(), stores.transactions(), settings),
                stores.transactions(), settlement, engine, Settings.fromEnvironment(all), settings, clock);
    }

    static Account account(AccountStatus status) {
        return new Account(Account.sidOf("ops@acme.example"), OrganizationSid.ofDomain("default"), Optional.empty(),
                "ops@acme.example", "Acme", status, "Administrator", TokenHash.of("token"), START, START);
    }

    static Customer customer(Terms terms) {
        return new Customer(CUSTOMER.id(), CUSTOMER.account(), CUSTOMER.apiKey(), true, CUSTOMER.callbackUrl(),
                CUSTOMER.callerIds(), List.of(), terms, START, START);
    }

    static VoiceOrder order(String number) {
        return order(number, MessageType.OTP, Optional.empty());
    }

    static VoiceOrder order(String number, MessageType type, Optional<String> callerId, ZoneId... zones) {
        return new VoiceOrder(new Callee(number, List.of(zones)), VoiceMessage.of("en-us", "woman", "Hello"), type,
                callerId, Optional.empty(), Optional.of("order 7"), Optional.of("create"), Optional.of("192.0.2.7"));
    }

    /** The call's record says how it ended. */
    void ended(CallSid call, CallStatus status, boolean answered, Optional<Integer> sipStatus) {
        records.write(new Effect.SaveCall(new CallRecord(call, ACME.sid(), Optional.empty(), Optional.empty(), "+1",
                "+2", Optional.empty(), Optional.empty(), Direction.OUTBOUND_API, status, START, now, Optional.empty(),
                answered ? Optional.of(START) : Optional.empty(),
                status.terminal() ? Optional.of(now) : Optional.empty(), sipStatus, "")));
    }

    void pressed(CallSid call, String key) {
        records.write(new Effect.SaveMessage(new MessageRecord(call, ACME.sid(), now, false, Optional.of(key))));
    }

    void unheard(CallSid call) {
        records.write(new Effect.SaveMessage(new MessageRecord(call, ACME.sid(), now, true, Optional.empty())));
    }

    @Override
    public void close() {
        database.close();
    }
}
