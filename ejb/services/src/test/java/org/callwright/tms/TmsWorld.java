package org.callwright.tms;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.callwright.accounts.Account;
import org.callwright.accounts.AccountStatus;
import org.callwright.accounts.Organization;
import org.callwright.accounts.OrganizationSid;
import org.callwright.accounts.TokenHash;
import org.callwright.call.Effect;
import org.callwright.call.record.CallRecord;
import org.callwright.call.record.MessageRecord;
import org.callwright.call.value.AnsweredBy;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.CallStatus;
import org.callwright.call.value.Direction;
import org.callwright.engine.FakeEngine;
import org.callwright.engine.port.RecordStore;
import org.callwright.persistence.TestDatabase;
import org.callwright.persistence.TestStores;
import org.callwright.recordings.RecordingFiles;
import org.callwright.settings.Settings;
import org.callwright.settings.TmsSettings;

/** The dialect's services on a real database in memory, with an engine that only notes calls, at a stepped time. */
final class TmsWorld implements AutoCloseable {

    static final Instant START = Instant.parse("2026-11-22T00:41:31Z");
    static final Account ACME = account("ops@acme.example");
    static final Account OTHER = account("ops@other.example");
    static final PageWanted PAGE = new PageWanted(1, 100, true);

    final TestDatabase database;
    final TestStores stores;
    final FakeEngine engine = new FakeEngine();
    final Map<URI, CompletableFuture<Path>> fetches = new HashMap<>();
    final List<URI> fetched = new ArrayList<>();
    Instant now = START;
    private final InstantSource time = () -> now;
    final Clock clock = time.withZone(ZoneOffset.UTC);
    final TmsMessages messages;
    final OutcomeStore outcomes;
    final AnswerNotes answers;
    final Builder builder;
    final MessageAudio audio;
    final DiallingRound round;
    private final RecordStore records;

    TmsWorld(Path folder, String... environment) {
        this(folder, new TestDatabase(), environment);
    }

    TmsWorld(Path folder, TestDatabase database, String... environment) {
        this.database = database;
        stores = new TestStores(database);
        records = stores.records(new RecordingFiles(Path.of("unused")));
        Map<String, String> all = new HashMap<>(Map.of("CALLWRIGHT_TRUNK", "trunk.example:5060",
                "CALLWRIGHT_DATA", folder.toString(), "CALLWRIGHT_TMS_RATE", "0", "CALLWRIGHT_TMS_ACCOUNT_RATE", "0"));
        for (int i = 0; i < environment.length; i += 2) {
            all.put(environment[i], environment[i + 1]);
        }
        Settings general = Settings.fromEnvironment(all);
        TmsSettings settings = TmsSettings.fromEnvironment(all);
        stores.accounts().save(new Organization(ACME.organization(), "default", START, START));
        stores.accounts().save(ACME);
        stores.accounts().save(OTHER);
        stores.tmsAccounts().save(new TmsAccounts.TmsAccount(ACME.sid(), List.of("+16515550000")), List.of());
        messages = stores.tmsMessages(general, settings, clock);
        outcomes = stores.tmsOutcomes(general, settings);
        answers = new AnswerNotes(folder.resolve("answered"));
        builder = new Builder(stores.tmsChunks(general), stores.customers(), clock);
        audio = new MessageAudio(folder.resolve("audio"), (url, into) -> {
            fetched.add(url);
            return fetches.computeIfAbsent(url, unknown -> new CompletableFuture<>());
        }, clock);
        Dialler dialler = new Dialler(stores.tmsCalls(general), outcomes, engine, new MessageCalls(audio, settings),
                answers, new Lanes(settings, now), general.trunk(), clock);
        round = new DiallingRound(dialler,
                new Settlement(outcomes, answers, engine, Duration.ofHours(4), clock), outcomes, audio, clock);
    }

    private static Account account(String email) {
        return new Account(Account.sidOf(email), OrganizationSid.ofDomain("default"), Optional.empty(), email, "Acme",
                AccountStatus.ACTIVE, "Administrator", TokenHash.of("token"), START, START);
    }

    /** A built message with this many further attempts, a minute apart. */
    TmsMessage message(Account account, int retries, String... phones) {
        return message(account, new Content.Say("Hello"), retries, phones);
    }

    TmsMessage message(Account account, Content content, int retries, String... phones) {
        try (Intake intake = messages.intake()) {
            List.of(phones).forEach(intake::add);
            TmsMessage accepted = intake.accept(new MessageOrder(account.sid(), content, Optional.empty(), retries,
                    Duration.ofMinutes(1), Optional.empty()));
            build();
            return accepted;
        }
    }

    void build() {
        while (builder.build()) {
            now = now.plusMillis(1);
        }
    }

    /** A round of the dialler, some time after the last one. */
    void round() {
        now = now.plusSeconds(5);
        round.get();
    }

    TmsMessage now(TmsMessage message) {
        return messages.message(message.account(), message.id()).orElseThrow();
    }

    Recipient recipient(TmsMessage message, String number) {
        return messages.recipients(message, RecipientList.ALL, PAGE).items().stream()
                .filter(recipient -> recipient.formattedPhone().equals(Optional.of(number)))
                .findFirst().orElseThrow();
    }

    CallSid callTo(String number) {
        return stores.tmsCall(number);
    }

    void answered(String number, AnsweredBy by) {
        ended(callTo(number), CallStatus.COMPLETED, Optional.of(by), Optional.empty(), "");
    }

    void refused(String number, CallStatus status, int sipStatus) {
        ended(callTo(number), status, Optional.empty(), Optional.of(sipStatus), "");
    }

    /** The server died; whether somebody had answered is in the record. */
    void died(CallSid call, boolean answered) {
        ended(call, CallStatus.FAILED, answered ? Optional.of(AnsweredBy.UNKNOWN) : Optional.empty(), Optional.empty(),
                "node lost");
    }

    void ended(CallSid call, CallStatus status, Optional<AnsweredBy> by, Optional<Integer> sipStatus, String reason) {
        engine.running.remove(call);
        records.write(new Effect.SaveCall(new CallRecord(call, ACME.sid(), Optional.empty(), Optional.empty(), "+1",
                "+2", Optional.empty(), Optional.empty(), Direction.OUTBOUND_API, status, START, now, Optional.empty(),
                by.map(someone -> START), Optional.of(now), sipStatus, reason, by)));
    }

    void unheard(String number, String reason) {
        records.write(new Effect.SaveMessage(
                new MessageRecord(callTo(number), ACME.sid(), now, true, Optional.empty(), reason)));
    }

    @Override
    public void close() {
        database.close();
    }
}
